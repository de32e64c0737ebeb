"""Reading the numbers of English text, and what they say."""
