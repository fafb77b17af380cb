"""Ready evaluation forms (instruments) as data in `resources/instruments/`, and how such content files are read."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from workshop.language import mark
from workshop.models.errors import InputError, NotFoundError
from workshop.models.records.evaluations import FormRecord
from workshop.resources import resource_path
from workshop.services.evaluation.instrument_files import read_instrument
from workshop.services.evaluation.instrument_shape import Instrument

T = TypeVar("T")


def read_content(path: Path, kind: type[T]) -> T:
    """A TOML content file as a struct; raises InputError that names the file and the place in it."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise malformed(path, str(error)) from error
    except OSError as error:
        raise malformed(path, error.strerror or str(error)) from error


def malformed(path: Path, reason: str) -> InputError:
    """The error for a content file that cannot be used; `reason` says where and why."""
    return InputError(
        mark("The file {file} cannot be used: {reason}. Please correct it or put back the original.", file=path.name,
             reason=reason)
    )  # fmt: skip


@cache
def list_instruments() -> tuple[Instrument, ...]:
    """All ready instruments, by file name."""
    files = sorted(resource_path("instruments").glob("*.toml"))
    return tuple(read_instrument(file.read_bytes(), name=file.name) for file in files)


def find_instrument(key: str) -> Instrument:
    """The instrument with this key; raises NotFoundError."""
    for instrument in list_instruments():
        if instrument.key == key:
            return instrument
    raise NotFoundError(mark("There is no evaluation form called {key}.", key=key))


def negative_keys(form: FormRecord) -> frozenset[str]:
    """The items of a form where agreeing is bad news; old forms did not keep which, so their instrument is asked."""
    kept = frozenset(item.key for item in form.items if item.negative)
    ready = next((each.items for each in list_instruments() if each.key == form.instrument), ())
    return kept or frozenset(item.key for item in ready if item.negative)
