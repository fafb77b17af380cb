"""The libraries that views are drawn on, each made once by the verbs of the services and then copied.

Each stands at a moment of its own, so that pictures are the same on every day they are drawn.
"""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from workshop.services.keeping.library import Library, open_library
from workshop.services.projects import projects
from workshop.services.sample import sample
from workshop.services.sample.sample_clock import room_time

NOW = room_time(date(2026, 11, 23), time(10))  # a Monday; five days before the last session of the sample
Maker = Callable[[Library], None]


class Clock:
    """Stands where it is put; each look is a moment later than the one before, so that nothing happens at once."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The present moment."""
        self.moment += timedelta(milliseconds=1)
        return self.moment


def copy_library(name: str, folder: Path) -> tuple[Library, Clock]:
    """An open copy of a library of `MAKERS`, of its own for one view, and the clock it goes by."""
    file = folder / f"{name}.workshop"
    clock = Clock(copy_file(name, file))
    return open_library(file, station="gallery").at(clock), clock


def copy_file(name: str, file: Path) -> datetime:
    """The same as a file that is not open, with the keys of its ballot boxes; gives the moment at which it stands."""
    made, moment = _made(name)
    shutil.copyfile(made, file)
    boxes = made.with_name(f"{made.name}-boxes")
    if boxes.exists():
        shutil.copytree(boxes, file.with_name(f"{file.name}-boxes"), dirs_exist_ok=True)
    return moment


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="workshop-gallery-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@cache
def _made(name: str) -> tuple[Path, datetime]:
    """The file and the moment at which its maker has left it."""
    file = _folder() / f"{name}.workshop"
    begun = copy_file(BASES[name], file) if name in BASES else NOW
    clock = Clock(MOMENTS.get(name, begun))
    with closing(open_library(file, station="gallery")) as library:
        MAKERS[name](library.at(clock))
    return file, clock.moment


def _empty(_library: Library) -> None:
    """As it is at the first start."""


def _sample(library: Library) -> None:
    """The sample project as it is shipped."""
    sample.make_sample(library)


def _interrupted(library: Library) -> None:
    """The sample, whose making was broken off after its first sessions: nobody is to see it."""
    steps = sample.build_sample(library)
    while next(steps) < 0.3:
        pass
    steps.close()
    assert not projects.list_projects(library)


MAKERS: dict[str, Maker] = {"empty": _empty, "sample": _sample, "interrupted": _interrupted}
BASES: dict[str, str] = {}  # the library that another one is made from
MOMENTS: dict[str, datetime] = {}  # when a library is begun, where that is not NOW
