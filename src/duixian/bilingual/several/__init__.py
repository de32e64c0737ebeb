"""Several documents of one government and year: the same claims compared across them."""
