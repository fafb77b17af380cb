"""`workshop demo --out DIR`: the sample's last session played to its end, with reports, an archive and pictures of screens."""

import argparse
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from workshop.commands.common import finished
from workshop.commands.printing import print_json
from workshop.language import CODES, Language, mark
from workshop.models.errors import InputError
from workshop.models.records.report_options import ReportOptions
from workshop.services import reporting
from workshop.services.archiving.bag_export import export_bag
from workshop.services.keeping.library import Library, open_library
from workshop.services.keeping.writing import write_file
from workshop.services.reporting import KINDS

if TYPE_CHECKING:
    from workshop.demo.play import LastSession

LIBRARY, BAG = "demo.workshop", "archive"
_SUBJECTS = {"evaluation": "스마트 횡단보도 보행신호 연장", "brief": "건너기"}  # of the sample, by the kind of report


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Where to."""
    parser.add_argument(
        "--out", required=True, metavar="DIR", help=language.say("folder for the library, reports and pictures")
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Make everything anew in the folder and list the files."""
    folder = _prepared(Path(options.out))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # pictures are drawn to memory, whether there is a display or not
    from workshop.demo.pictures import Pictures
    from workshop.demo.play import LastSession
    from workshop.demo.show import show

    library = open_library(folder / LIBRARY, station="demo")
    try:
        session = LastSession(library)
        with Pictures(session.library, folder / "screens") as pictures:
            show(session, pictures)
        _write_reports(library, session, folder / "reports")
        bag = export_bag(library, out=folder / BAG, language=language, project_id=session.project_id)
        finished(bag)
    finally:
        library.close()
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    if options.json:
        print_json({"folder": str(folder), "files": [str(file.relative_to(folder)) for file in files]})
    else:
        print(language.say("The library, the reports and the pictures are in {folder}:", folder=folder))
        for file in files:
            print(file)
    return 0


def _prepared(folder: Path) -> Path:
    """The folder, without the library and the archive of an earlier demo; raises InputError where it cannot be written to."""
    try:
        for part in (folder, folder / "reports", folder / "screens"):
            part.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{LIBRARY}*"):
            left.unlink()
        if (folder / BAG / "bagit.txt").is_file():
            shutil.rmtree(folder / BAG)
    except OSError as error:
        raise InputError(mark("Nothing can be written to {folder}. Name another folder.", folder=folder)) from error
    return folder


def _write_reports(library: Library, session: "LastSession", folder: Path) -> None:
    """Every kind once in each language and in both where it can be; the session report also of one with many ideas."""
    wanted = {"session": session.session_id, "session-with-ideas": session.held_id}
    for code in CODES:
        options = ReportOptions(languages=(code,))
        for name, session_id in wanted.items():
            _write(library, folder / f"{name}-{code}.pdf", "session", session_id, options)
        for kind in KINDS[1:]:
            _write(library, folder / f"{kind.name}-{code}.pdf", kind.name, session.held_id, options)
    for kind in KINDS:
        if kind.in_two_languages:
            file = folder / f"{kind.name}-{'-'.join(CODES)}.pdf"
            _write(library, file, kind.name, session.held_id, ReportOptions(languages=CODES))


def _write(library: Library, file: Path, name: str, session_id: UUID, options: ReportOptions) -> None:
    kind, target = reporting.find_target(
        library, kind=reporting.kind_of(name), wanted=str(session_id), of=_SUBJECTS.get(name, "")
    )
    write_file(file, reporting.finished(reporting.make_report(library, kind=kind, target=target, options=options)))
