"""What the templates of the public pages can do besides Django's own."""
