"""The public pages of commitments."""
