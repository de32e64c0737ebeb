"""From reports as they are read to the rows of the ledger, again and again without loss."""
