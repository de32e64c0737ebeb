"""Tables: what their columns say, which cells hold figures, and which hold sentences."""
