"""Several reports into one folder, which appears when the last of them is in it."""

import shutil
import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path

from workshop.services.keeping.writing import told, write_file
from workshop.services.reporting.making import GatheredReport


def save_reports(
    folder: Path, name: str, reports: Sequence[tuple[str, GatheredReport]]
) -> Generator[float, None, Path]:
    """Build reports and put them under their file names into a new folder `name` in `folder`; gives its place back.

    Where there is such a folder already, the new one gets a number. Raises FullDiskError or WorkshopError, with nothing left
    behind; so does stopping the generator.
    """
    with told(folder / name):
        beside = Path(tempfile.mkdtemp(prefix=".", dir=folder))
    try:
        for place, (file, report) in enumerate(reports):
            work = report.build()
            while True:
                try:
                    yield (place + next(work)) / len(reports)
                except StopIteration as end:
                    write_file(beside / file, end.value)
                    break
        with told(folder / name):
            return _put(beside, folder, name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _put(beside: Path, folder: Path, name: str) -> Path:
    target, number = folder / name, 1
    while target.exists():
        number += 1
        target = folder / f"{name} ({number})"
    beside.chmod(0o755)
    return beside.rename(target)
