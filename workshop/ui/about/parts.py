"""Everything the application is made of, with the licence of each and its text, readable without a network."""

import logging
import platform
import sqlite3
from dataclasses import dataclass

from PySide6.QtCore import qVersion

from workshop import __version__
from workshop.language import Language
from workshop.resources import resource_path
from workshop.ui.about.distributions import DistributionPart, canonical, shipped_distributions

_log = logging.getLogger(__name__)
_OF_QT = {"pyside6-essentials", "shiboken6"}
_BROUGHT = {"bagit": "licences/CC0-1.0.txt"}  # texts of licences that parts name and do not bring


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name, version, licence and where it comes from, a plain sentence about it, and the text of its licence.

    What is not known is told in words; only `note` and `version` may be empty.
    """

    name: str
    version: str
    licence: str
    note: str
    text: str


def gather_parts(language: Language) -> list[Part]:
    """All parts: the application first, what it stands on, the Python distributions, fonts, icons, instruments."""
    return [
        _own(language),
        _qt(language),
        _python(language),
        _sqlite(language),
        *(_distribution(language, found) for found in shipped_distributions()),
        *_fonts(language),
        _icons(language),
        *_instruments(language),
    ]


def _own(language: Language) -> Part:
    say = language.say
    note = say("You may use, change and pass on this program freely. It comes without warranty.")
    return Part(say("Living Lab Workshop"), __version__, "MIT", note, _text(language, "licences/MIT.txt"))


def _qt(language: Language) -> Part:
    return Part("Qt", qVersion(), "LGPL-3.0", _qt_note(language), _qt_text(language))


def _qt_note(language: Language) -> str:
    return language.say(
        "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are unchanged and lie beside the "
        "program as files of their own: you may replace them by other versions and take them apart for that. "
        "Their source is at {qt} and {pyside}.",
        qt="https://download.qt.io/official_releases/qt/",
        pyside="https://code.qt.io/cgit/pyside/pyside-setup.git/",
    )


def _qt_text(language: Language) -> str:
    return _text(language, "licences/LGPL-3.0.txt") + "\n\n\n" + _text(language, "licences/GPL-3.0.txt")


def _python(language: Language) -> Part:
    note = language.say(
        "The language the program is written in. Its source is at {address}.", address="https://www.python.org/"
    )
    return Part("Python", platform.python_version(), "PSF-2.0", note, _text(language, "licences/Python.txt"))


def _sqlite(language: Language) -> Part:
    say = language.say
    note = say("The database that keeps the data. It comes with Python.")
    text = "The author disclaims copyright to this source code. In place of a legal notice, here is a blessing:\n\n" + (
        "    May you do good and not evil.\n    May you find forgiveness for yourself and forgive others.\n"
        "    May you share freely, never taking more than you give.\n\nhttps://www.sqlite.org/copyright.html"
    )
    return Part("SQLite", sqlite3.sqlite_version, say("Public domain"), note, text)


def _distribution(language: Language, found: DistributionPart) -> Part:
    say = language.say
    if not found.found:
        return Part(
            found.name,
            "",
            say("Not known"),
            say("This part was not found on this computer."),
            say("There is no text here."),
        )
    if canonical(found.name) in _OF_QT:
        return Part(found.name, found.version, found.licence or "LGPL-3.0", _qt_note(language), _qt_text(language))
    note = found.address
    brought = _BROUGHT.get(canonical(found.name))
    text = found.text or (
        _text(language, brought) if brought else say("The text of the licence does not come with this part.")
    )
    return Part(found.name, found.version, found.licence or say("Not stated"), note, text)


def _fonts(language: Language) -> list[Part]:
    say = language.say
    fonts = (
        ("Pretendard", say("The typeface of the application. {address}", address="https://github.com/orioncactus/pretendard")),
        ("Noto Sans KR", say("The typeface for Hanja and old Hangul. {address}", address="https://fonts.google.com/noto")),
        ("Noto Emoji", say("The typeface for emoji. {address}", address="https://fonts.google.com/noto")),
    )  # fmt: skip
    return [
        Part(name, "", "OFL-1.1", note, _text(language, f"fonts/LICENSE-{name.replace(' ', '')}.txt"))
        for name, note in fonts
    ]


def _icons(language: Language) -> Part:
    note = language.say("The icons of the application. {address}", address="https://lucide.dev/")
    return Part("Lucide", "", "ISC", note, _text(language, "icons/LICENSE-Lucide.txt"))


def _instruments(language: Language) -> list[Part]:
    """The ready evaluation forms, each with its source."""
    from workshop.services.evaluation.instruments import list_instruments  # only now, because it loads the database

    code = language.code
    return [
        Part(
            found.title.in_language(code),
            "",
            language.say("Evaluation form"),
            found.about.in_language(code),
            f"{found.licence.in_language(code)}\n\n{found.source.in_language(code)}",
        )
        for found in list_instruments()
    ]


def _text(language: Language, name: str) -> str:
    """A text that ships with the application, or the sentence that it is missing."""
    try:
        return resource_path(name).read_text(encoding="utf-8").strip("\n")
    except (OSError, UnicodeDecodeError):
        _log.warning("the licence %s could not be read", name)
        return language.say("The text of the licence is missing: {file}", file=name)
