"""What the commands share: opening the library, printing for people or as JSON."""

import argparse
import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from workshop.language import mark
from workshop.models.errors import InputError, NotFoundError
from workshop.services.keeping.library import Library
from workshop.services.keeping.places import open_own_library
from workshop.settings import load_settings

T = TypeVar("T")


@contextmanager
def opened_library(options: argparse.Namespace, *, create: bool = False) -> Generator[Library]:
    """The library that the command names, or the user's own, closed at the end."""
    library = open_own_library(load_settings(), named=options.database, create=create)
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


def print_json(value: Any) -> None:
    """One JSON document on standard output; records, keys and dates become plain values."""
    print(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2))


def print_table(lines: list[list[str]]) -> None:
    """Lines of columns, each as wide as its widest text; wide signs of Korean take two places."""
    widths = [max(_width(line[column]) for line in lines) for column in range(len(lines[0]))] if lines else []
    for line in lines:
        cells = (text + " " * (width - _width(text)) for text, width in zip(line, widths, strict=True))
        print("  ".join(cells).rstrip())


def _width(text: str) -> int:
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
