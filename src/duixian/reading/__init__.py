"""Text to report: structure, sentences, quantities, statements, claims, indicators."""
