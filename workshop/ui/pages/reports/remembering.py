"""The options of each kind of report as they are kept in the settings of this computer.

Names are never kept: they are switched in for one report at a time. What was decided on personal details is not kept either.
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64Error
from collections.abc import Mapping
from typing import Any, cast

from workshop.language import CODES
from workshop.models.records.report_options import PaperSize, ReportOptions, Section
from workshop.services.reporting import ReportKind
from workshop.settings import Settings


def options_of(settings: Settings, kind: ReportKind) -> ReportOptions:
    """The options last chosen for a kind; what makes no sense is as by default, in the language of the console."""
    kept: Any = settings.report_options.get(kind.name)
    kept = cast("Mapping[str, Any]", kept) if isinstance(kept, dict) else {}
    return ReportOptions(
        languages=_languages(kept.get("languages"), kind) or (settings.language,),
        paper=PaperSize.LETTER if kept.get("paper") == PaperSize.LETTER else PaperSize.A4,
        without=frozenset(section for section in kind.sections if section.value in _words(kept.get("without"))),
        suppress_small=kept.get("small_cells") is not True,
        logo=_logo(settings.report_logo),
        **{each.name: number for each in kind.numbers for number in each.allowed if number == kept.get(each.name)},
    )


def kept_options(settings: Settings, kind: ReportKind, options: ReportOptions) -> dict[str, Any]:
    """The values of the settings that remember options of a kind beside those of the others."""
    one = {
        "languages": list(options.languages),
        "paper": options.paper.value,
        "without": sorted(section.value for section in options.without),
        "small_cells": not options.suppress_small,
        **{each.name: getattr(options, each.name) for each in kind.numbers},
    }
    return {
        "report_options": {**settings.report_options, kind.name: one},
        "report_logo": b64encode(options.logo).decode(),
    }


def _languages(found: Any, kind: ReportKind) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code for code in CODES if code in _words(found)))
    return codes if len(codes) < 2 or kind.in_two_languages else ()


def _words(found: Any) -> list[Any]:
    return cast("list[Any]", found) if isinstance(found, list) else []


def _logo(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (NotBase64Error, ValueError):
        return b""


ALWAYS_SHOWN = (
    Section.SIGNATURES,
    Section.PHOTOS,
)  # options that most people look for; the other parts are folded away
