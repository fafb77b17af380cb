"""Charts on paper, as vectors, from the descriptions that the window paints too."""
