"""The words between a number and what it measures, read from the number backwards."""
