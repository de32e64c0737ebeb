"""Every number of a text with its unit, relation, basis and measure."""
