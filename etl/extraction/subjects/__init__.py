"""Places, organisations and things that a figure may be about, from the words that name them."""
