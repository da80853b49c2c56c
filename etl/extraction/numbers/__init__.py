"""Numbers as they are written: numerals, units, lists, and what only looks like a number."""
