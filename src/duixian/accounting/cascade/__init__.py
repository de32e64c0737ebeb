"""The cascade: which commitments of a city its districts carry, and with what share."""
