"""What Chinese and English know: numerals, units, relations, verbs; data and pure functions."""
