"""Commitments of one report against the results of the next: evidence and verdicts."""
