"""Writing an archive bag of a project or session: whole in its place, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Generator
from datetime import UTC
from pathlib import Path
from uuid import UUID

from workshop import __version__
from workshop.exchange.bag_paths import walk
from workshop.exchange.bag_zip import pack
from workshop.exchange.bags import seal_bag
from workshop.language import Language, mark
from workshop.models.errors import InputError
from workshop.models.records.archives import WrittenBag
from workshop.services.archiving.contents import Contents
from workshop.services.archiving.subjects import Subject, subject_of
from workshop.services.keeping.library import Library
from workshop.services.keeping.writing import fault_of_writing

SOFTWARE = f"Living Lab Workshop {__version__}"
ZIP = ".zip"


def export_bag(
    library: Library,
    *,
    out: Path,
    language: Language,
    project_id: UUID | None = None,
    session_id: UUID | None = None,
    with_register: bool = False,
    zipped: bool = False,
) -> Generator[float, None, WrittenBag]:
    """Write an archive as the folder `out`, with `zipped` as a ZIP file beside it too; as that alone where `out` names one.

    Yields progress from 0 to 1; closing the generator leaves nothing behind. Raises NotFoundError, InputError where something
    is there already, LibraryError where it cannot be written.
    """
    subject = subject_of(library, project_id=project_id, session_id=session_id)
    out = out.absolute()
    folder, packed = _targets(out, zipped=zipped)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{out.name[:40]}.", dir=out.parent))
        try:
            bag = beside / (packed.stem if packed is not None else out.name)
            contents = Contents(library, language, subject, bag / "data", with_register=with_register)
            yield from (share * (0.8 if packed else 0.95) for share in contents.write())
            manifest = seal_bag(bag, _info(library, subject, contents))
            if packed is not None:
                yield from (0.8 + share * 0.15 for share in pack(bag, beside / packed.name))
            files = tuple(name for name, _path in walk(bag))
            _make_durable(beside)
            yield 0.99
            _move(beside, bag, folder, packed)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise fault_of_writing(error, out) from error
    return WrittenBag(folder, packed, files, tuple(contents.left_out), tuple(contents.warnings), manifest)


def _targets(out: Path, *, zipped: bool) -> tuple[Path | None, Path | None]:
    """The folder and the ZIP file that are to be; raises InputError where something is in their place."""
    alone = out.suffix.casefold() == ZIP
    folder = None if alone else out
    packed = out if alone else out.with_name(f"{out.name}{ZIP}") if zipped else None
    if folder is not None and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            mark("There is something in {folder} already. Name a new or an empty folder.", folder=str(folder))
        )
    if packed is not None and packed.exists():
        raise InputError(mark("{file} is there already. Name another file.", file=str(packed)))
    return folder, packed


def _info(library: Library, subject: Subject, contents: Contents) -> dict[str, str]:
    """What bag-info.txt says; here alone stands when the archive was made, so that its data are the same every time."""
    now = library.now().astimezone(UTC)
    told = {
        "Source-Organization": subject.host,
        "External-Description": subject.title,
        "External-Identifier": subject.document_number(library.today()),
        "Internal-Sender-Identifier": str(subject.session.id if subject.session else subject.project.id),
        "Bagging-Date": now.date().isoformat(),
        "Bag-Software-Agent": SOFTWARE,
        "Project": subject.project.title,
        "City": subject.project.city,
        "Made-At": now.isoformat(timespec="seconds"),
        "Station": library.station,
        "Personal-Data": "names, contacts, consents" if contents.with_register else "no names: codes and bands",
        "Records-SHA256": contents.records,
    }
    return {name: value for name, value in told.items() if value.strip()}


def _make_durable(folder: Path) -> None:
    """Bring every file to the disk before anything says that it is there."""
    for _name, path in walk(folder):
        with path.open("r+b") as stream:
            os.fsync(stream.fileno())


def _move(beside: Path, bag: Path, folder: Path | None, packed: Path | None) -> None:
    """Put what is ready in its place, each in one step."""
    if packed is not None:
        (beside / packed.name).rename(packed)
    if folder is not None:
        try:
            if folder.exists():
                folder.rmdir()  # it is empty
            bag.rename(folder)
        except OSError:
            if packed is not None:
                packed.unlink(missing_ok=True)
            raise
