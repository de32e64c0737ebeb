"""The pages of a report: its text, its versions side by side, findings, checkability, data."""
