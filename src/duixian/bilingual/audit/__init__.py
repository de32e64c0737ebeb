"""Audit: every figure of one version against its partner in the other."""
