"""Two versions of a report, or one interleaved: to beads, and every figure audited."""
