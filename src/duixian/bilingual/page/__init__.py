"""The findings of any audit as one HTML page that a translation office can work from."""
