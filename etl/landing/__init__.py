"""Documents and their figures into the staging tables."""
