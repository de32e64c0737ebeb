"""Brings documents in: uploads, addresses, the queue and its worker."""
