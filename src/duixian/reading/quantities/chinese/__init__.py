"""Reading the numbers of Chinese text, and what they say."""
