"""`workshop report SESSION|PROJECT --out FILE.pdf [--kind KIND]`: a PDF of any kind there is."""

import argparse
from pathlib import Path

from workshop.commands.common import opened_library
from workshop.commands.printing import print_error, print_json
from workshop.language import CODES, Language, mark
from workshop.models.errors import InputError
from workshop.models.records.report_options import (
    NUMBER_CHOICES,
    NumberChoice,
    PaperSize,
    PersonalDataFinding,
    ReportOptions,
    Section,
)
from workshop.services import reporting
from workshop.services.keeping.writing import write_file
from workshop.services.reporting import KINDS, ReportKind

_MOST_LOGO_BYTES = 40 * 1024 * 1024
_SHOWN = 5  # findings that are named on standard error


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """What to report on, of which kind, how, and where to."""
    say = language.say
    kinds = ", ".join(kind.name for kind in KINDS)
    parser.add_argument("subject", metavar="SESSION|PROJECT", help=say("id, beginning of an id, or title"))
    parser.add_argument("--out", required=True, metavar="FILE.pdf", help=say("where to write the report"))
    parser.add_argument(
        "--kind", choices=[kind.name for kind in KINDS], metavar="KIND",
        help=say("{kinds}; by default session or project, whatever the subject is", kinds=kinds),
    )  # fmt: skip
    parser.add_argument(
        "--of", default="", metavar="NAME", help=say("which phase, vote, service, theme, department or participant")
    )
    parser.add_argument("--side-by-side", action="store_true", help=say("two languages beside each other"))
    parser.add_argument(
        "--paper", choices=[size.value for size in PaperSize], default="a4", help=say("size of the sheets")
    )
    parser.add_argument(
        "--without", action="append", default=[], metavar="SECTION", choices=[section.value for section in Section],
        help=say("leave a section out; may be given several times: {sections}", sections=", ".join(Section)),
    )  # fmt: skip
    parser.add_argument("--names", action="store_true", help=say("with names, on lists, name tags and certificates"))
    parser.add_argument("--small-cells", action="store_true", help=say("tell bands of fewer than five people too"))
    parser.add_argument("--mask", action="store_true", help=say("mask telephone numbers and the like in texts"))
    for number in NUMBER_CHOICES:
        parser.add_argument(
            _flag(number), type=int, choices=number.allowed, metavar="N", help=language.tell(number.title)
        )
    parser.add_argument("--logo", metavar="FILE", help=say("a picture for the head of the first page"))


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the report; the file appears whole or not at all. What looks personal in it is told on standard error."""
    target = Path(options.out)
    wanted = next((kind for kind in KINDS if kind.name == options.kind), None)
    with opened_library(options) as library:
        kind, about = reporting.find_target(library, kind=wanted, wanted=options.subject, of=options.of)
        chosen = _chosen(options, kind, language)
        gathered = reporting.gather_report(library, kind=kind, target=about, options=chosen)
        content = reporting.finished(gathered.build())
        write_file(target, content)
    _warn(gathered.open, language)
    if options.json:
        found = [
            {"where": language.tell(each.where), "what": language.tell(each.what), "masked": each.masked}
            for each in gathered.unmasked
        ]
        print_json({"file": str(target), "bytes": len(content), "kind": kind.name, "personal_data": found})
    else:
        print(language.say("The report is in {file}.", file=target))
    return 0


def _chosen(options: argparse.Namespace, kind: ReportKind, language: Language) -> ReportOptions:
    """The options of the report; raises InputError where they do not go with its kind."""
    if options.side_by_side and not kind.in_two_languages:
        raise InputError(mark("This kind of report is in one language; leave out --side-by-side."))
    if options.names and not kind.carries_names:
        raise InputError(mark("There are no names in this kind of report; leave out --names."))
    without = frozenset(Section(word) for word in options.without)
    strange = sorted(without - set(kind.sections))
    if strange:
        raise InputError(mark("This kind of report has no section called “{section}”.", section=strange[0]))
    numbers = [each for each in NUMBER_CHOICES if getattr(options, each.name) is not None]
    foreign = [_flag(each) for each in numbers if each not in kind.numbers]
    if foreign:
        raise InputError(mark("This kind of report knows no {option}; leave it out.", option=foreign[0]))
    others = tuple(code for code in CODES if code != language.code)
    return ReportOptions(
        languages=(language.code, *others) if options.side_by_side else (language.code,),
        paper=PaperSize(options.paper),
        without=without,
        names=options.names,
        suppress_small=not options.small_cells,
        mask=options.mask,
        logo=reporting.read_logo(_file(options.logo)) if options.logo else b"",
        **{each.name: getattr(options, each.name) for each in numbers},
    )


def _flag(number: NumberChoice) -> str:
    return f"--{number.name.replace('_', '-')}"


def _file(name: str) -> bytes:
    path = Path(name)
    try:
        if path.stat().st_size > _MOST_LOGO_BYTES:
            raise InputError(mark("This picture file is larger than 40 MB. Please save it smaller first."))
        return path.read_bytes()
    except OSError as error:
        raise InputError(mark("The file {file} cannot be read.", file=name)) from error


def _warn(findings: tuple[PersonalDataFinding, ...], language: Language) -> None:
    """One line on standard error: how many places, and where the first of them are."""
    if not findings:
        return
    places = [f"{language.tell(each.where)} ({language.tell(each.what)})" for each in findings[:_SHOWN]]
    listed = ", ".join(places) + (" …" if len(findings) > _SHOWN else "")
    warning = language.say_many(
        "{n} text looks as if it holds personal data; look at it before the report goes out, or use --mask: {places}",
        "{n} texts look as if they hold personal data; look at them before the report goes out, or use --mask: {places}",
        len(findings), places=listed,
    )  # fmt: skip
    print_error(f"workshop: {warning}")
