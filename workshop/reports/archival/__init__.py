"""What makes a PDF last: its structure, what it says of itself, the data it carries, and how it is checked."""
