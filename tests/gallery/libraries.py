"""The libraries that views are drawn on, each made once by the verbs of the services and then copied."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from workshop.services import sample
from workshop.services.library import Library, open_library


def copy_library(name: str, folder: Path) -> Library:
    """An open copy of a library of `MAKERS`, of its own for one view."""
    file = folder / f"{name}.workshop"
    shutil.copyfile(_made(name), file)
    return open_library(file, station="gallery")


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="workshop-gallery-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@cache
def _made(name: str) -> Path:
    file = _folder() / f"{name}.workshop"
    library = open_library(file, station="gallery")
    MAKERS[name](library)
    library.close()
    return file


def _empty(_library: Library) -> None:
    """As it is at the first start."""


def _sample(library: Library) -> None:
    """The sample project as it is shipped."""
    sample.make_sample(library)


MAKERS: dict[str, Callable[[Library], None]] = {"empty": _empty, "sample": _sample}
