"""What each sentence does, and how far a commitment can be checked."""
