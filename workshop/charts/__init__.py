"""What charts show, apart from what they are drawn on: the window paints these descriptions, the reports print them."""
