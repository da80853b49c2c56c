"""Whose figure it is: whom a clause tells of, who speaks, and whom the text introduced."""
