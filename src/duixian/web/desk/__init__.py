"""Where editors review what the machine suggests, and publish."""
