"""Times as they are written, and the periods that they are."""
