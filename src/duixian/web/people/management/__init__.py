"""Commands of `python -m duixian.web.manage` that look after people."""
