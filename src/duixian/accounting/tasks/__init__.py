"""The table of tasks: a report's commitments handed to units, and that table read back."""
