"""A report gathered, built and looked at, on the thread for builds."""

import re
from collections.abc import Generator, Mapping
from dataclasses import dataclass

from workshop.language import load_language
from workshop.models.records.report_options import PersonalDataFinding, ReportOptions
from workshop.services.keeping.library import Library
from workshop.services.reporting import ReportOffer, gather_report, notes_of
from workshop.ui.pages.reports.rendering import Paper, read_paper

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
LONGEST_NAME = 80  # characters


@dataclass(frozen=True, slots=True)
class Wish:
    """Which report, with which options."""

    offer: ReportOffer
    options: ReportOptions


@dataclass(frozen=True, slots=True)
class BuiltReport:
    """A report that is ready to leave: its pages, what was found in its texts, which of that is to be decided, which stays as it
    is, what should be known of it.
    """

    wish: Wish
    paper: Paper
    findings: tuple[PersonalDataFinding, ...]
    open: tuple[PersonalDataFinding, ...]
    left: frozenset[str]
    notes: tuple[str, ...]
    file_name: str


def build_report(library: Library, wish: Wish, console: str) -> Generator[float, None, BuiltReport]:
    """Build a report; its notes are in the language of the console."""
    gathered = gather_report(library, kind=wish.offer.kind, target=wish.offer.target, options=wish.options)
    content = yield from gathered.build()
    paper = read_paper(content)
    name = file_name(wish, paper.number, paper.title)
    notes = notes_of(gathered, load_language(console))
    return BuiltReport(wish, paper, gathered.findings, gathered.open, gathered.left, notes, name)


def file_name(wish: Wish, number: str, title: str = "") -> str:
    """A sensible name: document number, kind, what it is about and the language; without a number its title."""
    language = load_language(wish.options.languages[0])
    kind, about = language.tell(wish.offer.kind.title), language.tell(wish.offer.about)
    words = [number, kind, about if about != kind else ""] if number else [title or kind]
    stem = plain_name(" ".join(word for word in words if word))
    return f"{stem} ({'-'.join(wish.options.languages)}).pdf"


def plain_name(words: str) -> str:
    """Words as any file system takes them for a name."""
    return " ".join(_FORBIDDEN.sub(" ", words).split())[:LONGEST_NAME].strip(" .")


def distinct(names: Mapping[object, str]) -> dict[object, str]:
    """The same file names, with a number where two would be one file."""
    taken: set[str] = set()
    found: dict[object, str] = {}
    for key, name in names.items():
        stem, number, one = name.removesuffix(".pdf"), 1, name
        while one.casefold() in taken:
            number += 1
            one = f"{stem} {number}.pdf"
        taken.add(one.casefold())
        found[key] = one
    return found
