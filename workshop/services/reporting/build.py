"""Building as a generator: a window, a command and a test can all consume it, show its progress and stop it."""

from collections.abc import Generator

Progress = float
"""How far a build is, from 0 to 1."""

Build = Generator[Progress, None, bytes]
"""Yields progress and returns the PDF."""


def finished(work: Build) -> bytes:
    """Run a build to its end without looking at its progress."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
