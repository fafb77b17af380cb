"""What the commands share: opening the library, reading a file, running long work."""

import argparse
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from workshop.language import mark
from workshop.models.errors import InputError, NotFoundError
from workshop.services.keeping.library import Library
from workshop.services.keeping.new_files import kept_if_used
from workshop.services.keeping.places import open_own_library, own_file
from workshop.settings import load_settings

T = TypeVar("T")


@contextmanager
def opened_library(options: argparse.Namespace, *, create: bool = False) -> Generator[Library]:
    """The library that the command names, or the user's own, closed at the end; a new one goes where the command is refused."""
    settings = load_settings()
    with kept_if_used(own_file(settings, named=options.database)):
        library = open_own_library(settings, named=options.database, create=create)
        try:
            yield library
        finally:
            library.close()


def file_content(place: Path) -> bytes:
    """All of a file; raises NotFoundError or InputError that names it."""
    try:
        return place.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(mark("There is no file {file}.", file=place)) from error
    except OSError as error:
        raise InputError(
            mark("{file} cannot be read: {reason}.", file=place, reason=error.strerror or error)
        ) from error


def finished(work: Generator[Any, None, T]) -> T:
    """Run long work to its end without looking at its progress."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
