"""A text as a whole: normalised, cut into sentences and items, and what kind of text it is."""
