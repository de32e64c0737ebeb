"""Chains of more than two reports: a measure from promise to result to the next promise."""
