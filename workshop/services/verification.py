"""Is a report, and the data inside it, unchanged and whole?"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.language import Message, mark
from workshop.models.errors import InputError
from workshop.reports.archival.metadata import DATA_FILE

if TYPE_CHECKING:
    from workshop.reports.archival.reading import Sealed

MOST_BYTES = 500 * 1024**2
_SHOWN = 12  # digits of the digest that stand at the foot of each page

LIMITS = mark(
    "This finds every change made by accident or without care. It is no signature: it does not prove who made the report, "
    "and whoever knows how it is made could make another. Compare the document number and the SHA-256 with a copy that you trust."
)

_SAVED_ANEW = mark(
    "Pages and attached files are as they were made, but the file around them is not: another program has saved it "
    "anew, or something besides the pages was changed."
)


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file inside a report; `sha256` of its content."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it was made: `fault` for programs (data, text, files, pages, file), `told` for people."""

    fault: str
    told: Message


@dataclass(frozen=True, slots=True)
class ReportVerdict:
    """What was found about a report; without differences it is as it was made."""

    title: str
    number: str
    files: tuple[CarriedFile, ...]
    differences: tuple[Difference, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was changed."""
        return not self.differences


def verify_report(path: Path) -> ReportVerdict:
    """Hold a report against what it says of itself; raises InputError where the file is no report or cannot be read."""
    from workshop.reports.archival.reading import UnreadableError, read_report

    name = path.name or str(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(mark("{file} is larger than {n} MB.", file=name, n=MOST_BYTES // 1024**2))
        report = read_report(path.read_bytes())
    except OSError as error:
        raise InputError(mark("{file} cannot be read. Is it there, and may you open it?", file=name)) from error
    except UnreadableError as error:
        raise InputError(
            mark("{file} is no PDF, or is damaged or locked, and cannot be verified.", file=name)
        ) from error
    if not report.is_report:
        raise InputError(
            mark(
                "{file} is no report of this program, or no longer says so; there is nothing to compare.",
                file=name,
            )
        )
    files = tuple(
        CarriedFile(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in report.files.items()
    )
    return ReportVerdict(report.title, report.number, files, tuple(_differences(report)))


def _differences(report: "Sealed") -> Iterator[Difference]:
    """What is not as it was made, the plainest first; about the file itself only where nothing else is wrong."""
    found = [*_of_data(report)]
    if not found and report.files_digest != report.said_files:
        found.append(Difference("files", mark("An attached file was changed, added or taken away.")))
    if report.pages_digest != report.said_pages:
        found.append(Difference("pages", mark("The pages were changed after the report was made.")))
    if not found and not report.whole:
        found.append(Difference("file", _SAVED_ANEW))
    yield from found


def _of_data(report: "Sealed") -> Iterator[Difference]:
    data = report.files.get(DATA_FILE)
    if not report.said_data:
        return
    if data is None:
        yield Difference("data", mark("The data ({file}) are missing from the report.", file=DATA_FILE))
    elif hashlib.sha256(data).hexdigest() != report.said_data:
        told = mark("The attached data ({file}) are not those the report was made from.", file=DATA_FILE)
        yield Difference("data", told)
    if report.said_data[:_SHOWN] not in report.text:
        yield Difference("text", mark("The SHA-256 in the text of the report is not that of its data."))
