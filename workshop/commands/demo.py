"""`workshop demo --out DIR`: the sample's last session played to its end, with reports and pictures of every screen."""

import argparse
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.commands.common import print_json
from workshop.language import CODES, Language, load_language, mark
from workshop.models.errors import InputError
from workshop.services import reporting
from workshop.services.library import Library, open_library

if TYPE_CHECKING:
    from workshop.demo.play import LastSession

LIBRARY = "demo.workshop"


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Where to."""
    parser.add_argument(
        "--out", required=True, metavar="DIR", help=language.say("folder for the library, reports and pictures")
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Make everything anew in the folder and list the files."""
    folder = _prepared(Path(options.out))
    _go_to_korea()
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
    """The folder, without the library of an earlier demo; raises InputError where it cannot be written to."""
    try:
        for part in (folder, folder / "reports", folder / "screens"):
            part.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{LIBRARY}*"):
            left.unlink()
    except OSError as error:
        raise InputError(mark("Nothing can be written to {folder}. Name another folder.", folder=folder)) from error
    return folder


def _go_to_korea() -> None:
    """Let clocks on the pictures show the time of the room, where the system can be told."""
    os.environ["TZ"] = "Asia/Seoul"
    if hasattr(time, "tzset"):
        time.tzset()


def _write_reports(library: Library, session: "LastSession", folder: Path) -> None:
    for code in CODES:
        language = load_language(code)
        for name, build in (
            ("session", reporting.session_report(library, session_id=session.session_id, language=language)),
            ("session-with-ideas", reporting.session_report(library, session_id=session.held_id, language=language)),
            ("project", reporting.project_report(library, project_id=session.project_id, language=language)),
        ):
            reporting.write_report(folder / f"{name}-{code}.pdf", reporting.finished(build))
