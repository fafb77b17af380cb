"""An archive read whole and looked at from every side before anything of it touches a library."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import msgspec

from workshop.exchange.bag_paths import MOST_IN_TABLE, shown
from workshop.exchange.bags import Bag
from workshop.language import mark
from workshop.models.database import SCHEMA_VERSION
from workshop.models.errors import InputError
from workshop.services.archiving.encoding import read_json, read_table
from workshop.services.archiving.gathering import Key, Row, Rows
from workshop.services.archiving.journals import Entry, parse_journal
from workshop.services.archiving.soundness import check_rows
from workshop.services.archiving.tables import FORMAT, KEPT, VERSION, key_columns


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that fits: its rows by table and key (ballots apart, since they bear no keys), its journal, its photos."""

    manifest: str
    records: str
    info: Mapping[str, str]
    project_id: UUID
    session_id: UUID | None
    with_register: bool
    rows: Rows
    ballots: Mapping[UUID, tuple[Row, ...]]
    entries: tuple[Entry, ...]
    photos: Mapping[str, Path]
    left_out: tuple[dict[str, str], ...]

    @property
    def title(self) -> str:
        """The title of the session, or of the project."""
        if self.session_id is not None:
            return self.rows["lab_session"][self.session_id,]["title"]
        return self.rows["project"][self.project_id,]["title"]


_NAMES = ("register_line", "consent")  # tables that an archive without the register must not hold


class _About(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    version: int
    schema: int
    project: UUID
    session: UUID | None
    with_register: bool
    records: str
    rows: dict[str, int]
    missing_photos: list[str]
    left_out: list[dict[str, str]]


def read_archive(bag: Bag) -> Archive:
    """Read everything but the photos, and check it; raises InputError in one sentence, and nothing of it is taken then."""
    if bag.differences:
        raise InputError(
            mark("The archive is refused, since it is not as it was made: {first}", first=bag.differences[0].words)
        )
    about = _about(bag.folder)
    rows, ballots = _rows(bag.folder, about)
    entries = parse_journal(_content(bag.folder, "journal.json"))
    photos = _photos(bag.folder, rows, about)
    check_rows(rows, ballots, project_id=about.project, session_id=about.session)
    return Archive(
        bag.manifest, about.records, bag.info, about.project, about.session, about.with_register, rows, ballots, entries,
        photos, tuple(about.left_out),
    )  # fmt: skip


def _about(folder: Path) -> _About:
    document = read_json(_content(folder, "archive.json"), file="archive.json")
    try:
        if (document["format"], type(document["version"]), type(document["schema"])) != (FORMAT, int, int):
            raise ValueError("another format")
        if document["version"] > VERSION or document["schema"] > SCHEMA_VERSION:
            raise InputError(
                mark("The archive was made by a newer version of Living Lab Workshop. Please update the program.")
            )
        return msgspec.convert(document, _About)
    except (msgspec.ValidationError, ValueError, KeyError, TypeError) as error:
        raise InputError(mark("The archive is refused: {file} cannot be read.", file="archive.json")) from error


def _rows(folder: Path, about: _About) -> tuple[Rows, dict[UUID, tuple[Row, ...]]]:
    """The rows of every table; of an older archive tables may be missing."""
    older = about.schema < SCHEMA_VERSION
    there = {path.name.removesuffix(".json") for path in (folder / "data/records").glob("*")}
    if unknown := there - KEPT.keys():
        raise InputError(
            mark("The archive is refused: it holds “{name}”, which is not known.", name=shown(min(unknown)))
        )
    rows: Rows = {name: {} for name in KEPT}
    ballots: dict[UUID, list[Row]] = {}
    for name, kept in KEPT.items():
        if name in there and name in _NAMES and not about.with_register:
            raise InputError(mark("The archive is refused: it holds “{name}”, which is not known.", name=name))
        if name not in there:
            if not kept.personal and not older:
                raise InputError(mark("The archive is refused: {file} is missing.", file=f"{name}.json"))
            continue
        content = _content(folder, f"records/{name}.json")
        listed = read_table(name, content, older=older)
        if len(listed) != about.rows.get(name, 0):
            raise InputError(mark("The archive is refused: {file} cannot be read.", file=f"{name}.json"))
        if name == "ballot":
            for row in listed:
                ballots.setdefault(row["poll_id"], []).append(row)
        else:
            rows[name] = _keyed(name, listed)
    return rows, {poll_id: tuple(papers) for poll_id, papers in ballots.items()}


def _keyed(name: str, listed: list[Row]) -> dict[Key, Row]:
    keys = key_columns(name)
    found = {tuple(row[column] for column in keys): row for row in listed}
    if len(found) != len(listed):
        raise InputError(mark("The archive is refused: {file} holds a row twice.", file=f"{name}.json"))
    return found


def _photos(folder: Path, rows: Rows, about: _About) -> dict[str, Path]:
    """The files of the photos by content; each must be there unless the archive says that it was missing already."""
    files = {path.stem: path for path in (folder / "data/photos").glob("*") if path.suffix in {".jpg", ".png"}}
    wanted = {picture["content"] for picture in rows["picture"].values()}
    if wanted - files.keys() - set(about.missing_photos) or files.keys() - wanted:
        raise InputError(mark("The archive is refused: photos are missing in it, or are no part of it."))
    return files


def _content(folder: Path, name: str) -> bytes:
    """A file of an archive, which must be there and of a size that can be read as a whole."""
    path = folder / "data" / name
    if not path.is_file() or path.stat().st_size > MOST_IN_TABLE:
        raise InputError(mark("The archive is refused: {file} cannot be read.", file=path.name))
    return path.read_bytes()
