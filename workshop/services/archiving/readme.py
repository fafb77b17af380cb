"""The file that a person opens first: what an archive is, and what each of its files is for."""

from collections.abc import Sequence
from textwrap import fill

from workshop.language import Language, Message, mark
from workshop.services.archiving.subjects import Subject

_WIDTHS = {"ko": 56, "en": 100}  # characters of a line; a syllable takes the place of two letters

# Files of an archive and what they are for.
_FILES = (
    ("data/reports/", mark("The reports as PDF, in Korean and in English. They can be read without this program.")),
    ("data/tables/", mark("Ideas, results, local issues and follow-ups as tables (.csv, UTF-8) for a spreadsheet.")),
    (
        "data/ballots/",
        mark(
            "The ballots of each vote that is over, in the formats of PrefLib and Pabulib, for a recount. "
            "They bear no keys and stand in the order of what is on them."
        ),
    ),
    (
        "data/photos/",
        mark("The photos, each named after the SHA-256 of its content; index.csv says what each belongs to."),
    ),
    ("data/consents.json", mark("How many participants agreed to what, in numbers only.")),
    ("data/records/", mark("All data, a JSON file for each table. From these the archive is taken in again.")),
    ("data/schema.json", mark("What the tables and columns of data/records mean to a program.")),
    (
        "data/journal.json",
        mark("What was done when, in which role: each entry is chained to the one before by its SHA-256."),
    ),
    ("data/archive.json", mark("What the archive says of itself: its format, how many rows it holds, what is left out.")),
    ("manifest-sha256.txt", mark("The SHA-256 of every file in data.")),
    ("tagmanifest-sha256.txt", mark("The SHA-256 of the files beside data.")),
    ("bag-info.txt", mark("Who made the archive, of what, and when.")),
    ("bagit.txt", mark("Says that this folder is a bag after BagIt 1.0 (RFC 8493).")),
)  # fmt: skip


def readme(language: Language, subject: Subject, left_out: Sequence[Message], *, with_register: bool) -> str:
    """The text in one language; it says nothing of the moment, so that the same data make the same text."""
    say, tell = language.say, language.tell
    width = _WIDTHS[language.code]
    kind = say("Archive of a session") if subject.session else say("Archive of a project")
    parts = [f"{kind}: {subject.title}"]
    if subject.session is not None:
        parts.append(say("Project: {title}", title=subject.project.title))
    if with_register:
        parts.append(
            "*** "
            + say(
                "This archive holds personal data: names, contacts and consents. It is for moving a project to another "
                "laptop. Do not hand it on, and delete it when it was taken in."
            )
            + " ***"
        )
    else:
        parts.append(
            say(
                "Participants are in it by number and code. There are no names and no contacts; age and gender are told "
                "only where at least five people share them. What people wrote is there in their own words."
            )
        )
    parts.append(
        say(
            "Whether anything was changed, any program for BagIt can tell, and “workshop verify”. "
            "“workshop import” takes the archive into a library; twice is the same as once."
        )
    )
    listed = "\n\n".join(f"{name}\n{_wrapped(tell(about), width, indent='    ')}" for name, about in _FILES)
    told = "\n".join(_wrapped(tell(one), width, indent="  ", first="- ") for one in left_out) or say("Nothing.")
    heading = say("Left out")
    text = "\n\n".join([*(_wrapped(part, width) for part in parts), listed, f"{heading}\n{told}"])
    return f"{text}\n"


def _wrapped(text: str, width: int, *, indent: str = "", first: str | None = None) -> str:
    return fill(
        text, width, initial_indent=indent if first is None else first, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
