"""`workshop`: opens the window."""

import argparse

from workshop.language import Language


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """None of its own."""


def run(options: argparse.Namespace, language: Language) -> int:
    """Open the window and stay until it is closed."""
    from workshop.app import run_window

    return run_window(database=options.database, language=language.code if options.language else None)
