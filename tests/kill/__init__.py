"""The plug is pulled, again and again: what was acknowledged is there, and nothing is half."""
