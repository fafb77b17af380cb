"""Questionnaires handed on as one file: another city opens it and has the same."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

import msgspec
from sqlalchemy import select

from workshop.language import mark
from workshop.models.errors import InputError, NotFoundError
from workshop.models.records.changes import Changed
from workshop.models.tables.evaluations import Questionnaire
from workshop.services.evaluation.completeness import find_problems
from workshop.services.evaluation.instrument_files import SUFFIX, read_instrument, write_instrument
from workshop.services.evaluation.instrument_shape import Instrument
from workshop.services.evaluation.instruments import find_instrument, list_instruments
from workshop.services.evaluation.questionnaires import (
    add_row,
    content_of,
    instrument_of,
    without_score,
)
from workshop.services.keeping.library import Library
from workshop.services.keeping.unit_of_work import UnitOfWork
from workshop.services.keeping.writing import write_file


class Arrival(StrEnum):
    """What became of a file that was opened."""

    NEW = "new"
    KNOWN = "known"  # the very same is there already
    BESIDE = "beside"  # one of the same origin is there with other words; this one was put beside it


@dataclass(frozen=True, slots=True)
class ImportedQuestionnaire:
    """The questionnaire of a file under the key by which the library knows it."""

    instrument: Instrument
    arrival: Arrival


def import_questionnaire(library: Library, *, data: bytes, name: str) -> Changed[ImportedQuestionnaire]:
    """Take a questionnaire in from the bytes of a file called `name`; twice is the same as once.

    Nothing that is there is changed: where one of the same origin has other words by now, the file's is put beside it.
    Raises InputError with line and field, and takes nothing, where the file is malformed.
    """
    instrument = msgspec.structs.replace(read_instrument(data, name=name), scale=None)
    with library.write("import questionnaire", undo=mark("Import questionnaire")) as work:
        changed = work.changed(_taken_in(work, instrument))
    return changed


def export_questionnaire(library: Library, *, key: str, out: Path) -> Path:
    """Write a ready instrument or an own questionnaire to a file; raises InputError where something is missing in it.

    Raises NotFoundError, and LibraryError where the file cannot be written.
    """
    with library.read() as rows:
        instrument = instrument_of(rows, key)
    for problem in find_problems(instrument):
        raise InputError(mark("It is not ready to be handed on. {problem}", problem=problem.told()))
    target = out if out.suffix.lower() == SUFFIX else out.with_name(out.name + SUFFIX)
    write_file(target, write_instrument(instrument))
    return target


def _taken_in(work: UnitOfWork, instrument: Instrument) -> ImportedQuestionnaire:
    if _is_ready(instrument):
        return ImportedQuestionnaire(instrument, Arrival.KNOWN)
    instrument, arrival = without_score(instrument), Arrival.NEW
    for key in (instrument.key, _key_beside(instrument)):
        there = _there(work, key)
        if there is None:
            row = add_row(work, instrument, key=key)
            return ImportedQuestionnaire(content_of(row), arrival)
        if _without_key(there) == _without_key(instrument):
            return ImportedQuestionnaire(there, Arrival.KNOWN)
        arrival = Arrival.BESIDE
    there = _there(work, _key_beside(instrument))
    assert there is not None  # it was put beside at an earlier time, and edited since
    return ImportedQuestionnaire(there, Arrival.KNOWN)


def _there(work: UnitOfWork, key: str) -> Instrument | None:
    row = work.rows.scalar(select(Questionnaire).where(Questionnaire.key == key))
    if row is not None:
        return content_of(row)
    try:
        return msgspec.structs.replace(find_instrument(key), scale=None)
    except NotFoundError:
        return None


def _is_ready(instrument: Instrument) -> bool:
    """Whether it is an instrument that ships with the application, word for word."""
    return any(write_instrument(each) == write_instrument(instrument) for each in list_instruments())


def _without_key(instrument: Instrument) -> bytes:
    """What two files of the same words have in common; the order of choices is a part of it."""
    return write_instrument(msgspec.structs.replace(instrument, key="-"))


def _key_beside(instrument: Instrument) -> str:
    """A key that the same words always get."""
    return f"file-{sha256(write_instrument(instrument)).hexdigest()[:40]}"
