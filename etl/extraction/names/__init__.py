"""Names of what is measured or counted, from the phrases that hold them."""
