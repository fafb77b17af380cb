"""Taking an archive in: looked through, planned, and then written in one transaction, after a backup; or nothing of it."""

from collections.abc import Generator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from workshop.language import Language, mark
from workshop.models.errors import InputError
from workshop.models.records.archives import MergeReport
from workshop.models.tables.archives import TakenIn
from workshop.models.tables.history import JournalEntry
from workshop.services.archiving.applying import Arrival, apply
from workshop.services.archiving.bag_check import open_bag, room_to_unpack
from workshop.services.archiving.gathering import Row, everything_of
from workshop.services.archiving.journals import IMPORTING, read_journal
from workshop.services.archiving.merging import Merge, merge_personal, merge_rows
from workshop.services.archiving.merging_votes import merge_votes
from workshop.services.archiving.numbering import drop_doubles, join_namesakes, renumber
from workshop.services.archiving.reading import Archive, read_archive
from workshop.services.archiving.touches import Knowledge
from workshop.services.keeping import backups
from workshop.services.keeping.library import Library


def plan_import(library: Library, *, place: Path) -> Generator[float, None, MergeReport]:
    """What taking the archive at `place` in would do; yields progress, writes nothing.

    Raises InputError where the archive is refused.
    """
    with room_to_unpack() as beside:
        archive = yield from _opened(place, beside)
        with library.read() as rows:
            return _report(archive, *_merged(rows, archive))


def import_bag(
    library: Library, *, place: Path, language: Language, with_backup: bool = True
) -> Generator[float, None, MergeReport]:
    """Take the archive at `place` in: a folder or a ZIP file. Twice is the same as once.

    A backup of the library is made first, unless it lies on a server, has never held anything, or nothing would change.
    `language` is that of notes that keep words which gave way. Yields progress. Raises InputError where the archive is
    refused, LibraryError where no backup can be made; then nothing was changed.
    """
    with room_to_unpack() as beside:
        archive = yield from _opened(place, beside)
        with library.read() as rows:
            is_new, merge = _merged(rows, archive)
            holds_anything = rows.scalar(select(JournalEntry.sequence).limit(1)) is not None
            known = rows.scalar(select(TakenIn.id).where(TakenIn.manifest == archive.manifest).limit(1)) is not None
        report = _report(archive, is_new, merge)
        if known and report.changes_nothing:
            return report
        with_backup = with_backup and holds_anything and library.database.file is not None
        backup = backups.add_backup(library) if with_backup else None
        yield 0.8
        is_new, merge = _write(library, archive, language)
        return replace(_report(archive, is_new, merge), backup=backup)


def _opened(place: Path, beside: Path) -> Generator[float, None, Archive]:
    steps = open_bag(place, beside)
    while True:
        try:
            yield next(steps) * 0.6
        except StopIteration as end:
            bag = end.value
            break
    archive = read_archive(bag)
    for done, (content, path) in enumerate(archive.photos.items(), start=1):
        if sha256(path.read_bytes()).hexdigest() != content:
            raise InputError(mark("The archive is refused: {file} is not what its name says.", file=path.name))
        yield 0.6 + 0.1 * done / len(archive.photos)
    return archive


def _merged(rows: Session, archive: Archive) -> tuple[bool, Merge]:
    """Whether the project is new here, and what is to be done."""
    ours = everything_of(rows, project_id=archive.project_id)
    theirs = {name: {key: dict(row) for key, row in found.items()} for name, found in archive.rows.items()}
    own, others = read_journal(rows)
    here, there = Knowledge([*own, *others]), Knowledge(archive.entries)
    merge = Merge()
    join_namesakes(ours, theirs)
    merge_rows(merge, ours, theirs, here, there, reduced=not archive.with_register)
    merge_personal(merge, ours, theirs, here, there)
    papers: dict[UUID, list[Row]] = {}
    for row in ours["ballot"].values():
        papers.setdefault(row["poll_id"], []).append(row)
    merge_votes(merge, ours, theirs, (papers, archive.ballots), here, there)
    drop_doubles(merge, ours)
    renumber(merge, ours, here, there)
    return not ours["project"], merge


def _write(library: Library, archive: Archive, language: Language) -> tuple[bool, Merge]:
    """Everything in one transaction."""
    try:
        with library.write(IMPORTING) as work:
            is_new, merge = _merged(work.rows, archive)
            apply(work, Arrival(archive, merge, language))
            work.details |= {"archive": archive.manifest, "project": str(archive.project_id)}
    except DBAPIError as error:  # a key that another project bears, a number that one of the databases does not take
        raise InputError(
            mark("The archive is refused: its data do not fit into this library. Nothing was changed.")
        ) from error
    return is_new, merge


def _report(archive: Archive, is_new: bool, merge: Merge) -> MergeReport:
    return MergeReport(
        title=archive.title,
        document_number=archive.info.get("External-Identifier", "")[:64],
        project_id=archive.project_id,
        lab_session_id=archive.session_id,
        is_new=is_new,
        with_register=archive.with_register,
        added={**_counts(merge.added), **({"ballot": sum(map(len, merge.ballots.values()))} if merge.ballots else {})},
        updated=_counts(merge.updated),
        same=dict(merge.same),
        conflicts=tuple(merge.conflicts),
        changes=tuple(merge.changes),
        left_out=archive.left_out,
        manifest=archive.manifest,
    )


def _counts(rows: dict[str, dict[tuple[object, ...], Row]]) -> dict[str, int]:
    return {name: len(found) for name, found in rows.items() if found}
