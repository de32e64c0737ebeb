"""What in the review answers a commitment, with a score and the reasons for it."""
