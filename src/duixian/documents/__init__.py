"""Files and web pages to text with offsets. Knows nothing of what a text means."""
