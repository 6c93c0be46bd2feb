"""Records to a screen or a file."""
