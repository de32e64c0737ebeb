"""Checks on one report alone: what cannot be right by itself, whatever another version says."""
