"""The web site: the ledger of what was read, its review, and the public pages, as a Django project.

Nothing outside this room imports Django.
"""

SETTINGS = "duixian.web.settings"
