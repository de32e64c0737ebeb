"""Signing in, second factors, and what each person may do."""
