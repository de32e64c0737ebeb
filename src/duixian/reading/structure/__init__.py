"""The structure of a report: its sections with their roles, and what report it is."""
