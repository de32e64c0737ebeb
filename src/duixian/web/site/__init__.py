"""The public pages, in Chinese and English."""
