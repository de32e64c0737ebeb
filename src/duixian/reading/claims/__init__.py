"""Statements to claims: one checkable thing said in one clause."""
