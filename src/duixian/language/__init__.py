"""What Chinese and English know: numerals, units, relations, verbs. Data files and pure functions."""
