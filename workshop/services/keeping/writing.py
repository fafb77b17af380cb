"""Writing a file for the user: whole or not at all, and what went wrong in one plain sentence."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from workshop.exchange.sheets import Sheet, write_csv, write_workbook
from workshop.files import replace_file
from workshop.language import mark
from workshop.models.errors import FullDiskError, WorkshopError
from workshop.models.faults import is_full


def write_file(path: Path, content: bytes, *, make_folder: bool = False) -> None:
    """Put a file in its place; with `make_folder` its folder is made where it is missing.

    Raises FullDiskError or WorkshopError; what was there before is then untouched.
    """
    with told(path):
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content)


def write_sheets(folder: Path, stem: str, sheets: Sequence[Sheet]) -> tuple[Path, ...]:
    """Write a workbook, and a numbered `.csv` file for each of its sheets, into a folder; what was written.

    Raises FullDiskError or WorkshopError.
    """
    written = [folder / f"{stem}.xlsx"]
    write_file(written[0], write_workbook(sheets), make_folder=True)
    for number, sheet in enumerate(sheets, start=1):
        written.append(folder / f"{stem}-{number}-{sheet.name}.csv")
        write_file(written[-1], write_csv(sheet), make_folder=True)
    return tuple(written)


@contextmanager
def told(path: Path) -> Generator[None, None, None]:
    """Turn what the file system refuses at a place into FullDiskError or WorkshopError with one sentence."""
    try:
        yield
    except OSError as error:
        raise fault_of_writing(error, path) from error


def fault_of_writing(error: OSError, path: Path) -> WorkshopError:
    """What went wrong with a file or folder that was to be written, in the user's words."""
    if is_full(error):
        return FullDiskError(mark("There is no room left for {file}. Free some space, then try again.", file=path.name))
    if path.is_dir():
        return WorkshopError(mark("{file} is a folder. Please name a file.", file=str(path)))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return WorkshopError(mark("The folder {folder} is not there. Please choose another.", folder=str(path.parent)))
    return WorkshopError(
        mark(
            "{file} cannot be saved in {folder}. Please choose a folder where you may save files.",
            file=path.name,
            folder=str(path.parent),
        )
    )
