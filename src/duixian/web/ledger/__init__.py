"""Keeps what was read, who changed it, and what is published."""
