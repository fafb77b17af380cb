"""Is an archive whole and unchanged: a folder or a ZIP file, looked through byte by byte."""

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from workshop.exchange.bag_paths import shown, walk
from workshop.exchange.bag_zip import unpack
from workshop.exchange.bags import Bag, look_through
from workshop.exchange.zip_form import changed_parts
from workshop.language import mark
from workshop.models.errors import FullDiskError, InputError
from workshop.models.records.archives import CheckedBag
from workshop.services.keeping.writing import fault_of_writing

T = TypeVar("T")


def verify_bag(place: Path) -> Generator[float, None, CheckedBag]:
    """Look an archive through; yields progress from 0 to 1.

    Raises InputError where it is no archive, of an unknown version, or not safe to read.
    """
    with room_to_unpack() as beside:
        bag = yield from open_bag(place, beside)
        return _checked(place, bag)


def open_bag(place: Path, beside: Path) -> Generator[float, None, Bag]:
    """Look a folder or a ZIP file through, unpacked below the empty folder `beside`; yields progress from 0 to 1.

    Raises InputError as `verify_bag` does, LibraryError where it cannot be unpacked.
    """
    try:
        if place.is_dir():
            return (yield from look_through(place))
        if not place.is_file():
            raise InputError(mark("There is no archive at {place}. Check the path.", place=str(place)))
        folder = yield from _half(unpack(place, beside), 0.0)
        bag = yield from _half(look_through(folder), 0.5)
        return bag.with_changed(name.partition("/")[2] or shown(place.name) for name in changed_parts(place))
    except OSError as error:
        if isinstance(fault := fault_of_writing(error, place), FullDiskError):
            raise fault from error
        raise InputError(
            mark("{place} cannot be read. Check the drive, and whether you may read it.", place=str(place))
        ) from error


@contextmanager
def room_to_unpack() -> Generator[Path]:
    """An empty folder that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="workshop-archive-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _half(steps: Generator[float, None, T], begin: float) -> Generator[float, None, T]:
    """Progress of one half as progress of the whole."""
    while True:
        try:
            yield begin + next(steps) / 2
        except StopIteration as end:
            return end.value


def _checked(place: Path, bag: Bag) -> CheckedBag:
    return CheckedBag(
        place=shown(place.name),
        title=bag.info.get("External-Description", ""),
        document_number=bag.info.get("External-Identifier", ""),
        made_on=bag.info.get("Bagging-Date", ""),
        files=sum(1 for _file in walk(bag.folder)),
        differences=tuple((one.fault.value, one.path) for one in bag.differences),
        findings=tuple(one.words for one in bag.differences),
        manifest=bag.manifest,
    )
