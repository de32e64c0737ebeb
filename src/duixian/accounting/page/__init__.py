"""The account as a page a citizen can read."""
