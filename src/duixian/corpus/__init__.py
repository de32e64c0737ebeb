"""Many reports at once, on local processes."""
