"""Figures out of text: mentions, observations and pilot designations."""
