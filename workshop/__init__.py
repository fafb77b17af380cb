"""Living Lab Workshop: in-person citizen workshops, kept by project phase, with no internet."""

__version__ = "0.1.0"
