"""The plan of a merge written into a library, within one unit of work."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import delete, func, insert, select, update

from workshop.exchange.photos import kept_photo
from workshop.language import Language, mark
from workshop.models.enums import NoteKind, Role
from workshop.models.errors import InputError
from workshop.models.tables.archives import ImportedEntry, SetAside, TakenIn
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.history import JournalEntry
from workshop.models.tables.notes import DiscussionNote
from workshop.models.tables.pictures import PictureContent
from workshop.models.tables.votes import Ballot
from workshop.services.archiving.gathering import Key, Row
from workshop.services.archiving.merging import Aside, Merge
from workshop.services.archiving.numbering import NUMBERED
from workshop.services.archiving.reading import Archive
from workshop.services.archiving.soundness import paper_in_order
from workshop.services.archiving.tables import KEPT, columns_of, key_columns, table_of
from workshop.services.evaluation.answers import result_of
from workshop.services.ideas.pictures import keep_content
from workshop.services.keeping.unit_of_work import UnitOfWork, new_id

_AT_ONCE = 500
_TRAILS = {"idea": ("merged_into_id", "split_from_id"), "picture": ("cut_from_id",)}
_NOTED = {"idea": "idea_id", "theme": "theme_id", "proposal": "proposal_id"}


@dataclass(frozen=True, slots=True)
class Arrival:
    """An archive with the plan of what is to be done; `language` is that of notes which keep words."""

    archive: Archive
    merge: Merge
    language: Language


def apply(work: UnitOfWork, arrival: Arrival) -> None:
    """Write everything; raises InputError where something cannot be counted afterwards."""
    archive, merge = arrival.archive, arrival.merge
    for name, key in sorted(merge.removed, key=lambda one: -list(KEPT).index(one[0])):
        work.rows.execute(delete(table_of(name)).where(*_is(name, key)))
    _make_way(work, merge)
    _keep_photos(work, archive)
    for name in KEPT:
        _insert(work, name, _in_order(name, merge.added[name]))
    for name in KEPT:
        for key, row in merge.updated[name].items():
            values = {column: row[column] for column in columns_of(name) if column not in key_columns(name)}
            work.rows.execute(update(table_of(name)).where(*_is(name, key)).values(**values))
    _put_ballots(work, arrival)
    _keep_words(work, arrival)
    _keep_entries(work, archive)
    _keep_origin(work, archive)
    work.touch(*(name for name in KEPT if merge.added[name] or merge.updated[name]), "taken_in")
    work.rows.expire_all()
    _try_counting(work, archive)


def _make_way(work: UnitOfWork, merge: Merge) -> None:
    """Numbers and codes that will change are taken away first, so that they can pass from row to row."""
    for name in NUMBERED:
        table = table_of(name)
        for place, key in enumerate(merge.updated[name], start=1):
            gone: dict[str, Any] = {"number": -place} | ({"code": f"~{place}"} if name == "participant" else {})
            work.rows.execute(update(table).where(*_is(name, key)).values(**gone))


def _insert(work: UnitOfWork, name: str, rows: Iterable[Row]) -> None:
    listed = list(rows)
    for start in range(0, len(listed), _AT_ONCE):
        work.rows.execute(insert(table_of(name)), listed[start : start + _AT_ONCE])


def _in_order(name: str, rows: Mapping[Key, Row]) -> list[Row]:
    """Rows after those of the same table that they refer to."""
    trails = _TRAILS.get(name, ())
    placed: dict[Key, Row] = {}

    def place(key: Key) -> None:
        pending = [key]
        while pending:
            at = pending[-1]
            needed = [(rows[at][column],) for column in trails if rows[at][column] is not None]
            lacking = [one for one in needed if one in rows and one not in placed and one not in pending]
            if lacking:
                pending += lacking
            else:
                placed[at] = rows[at]
                pending.pop()

    for key in rows:
        if key not in placed:
            place(key)
    return list(placed.values())


def _keep_photos(work: UnitOfWork, archive: Archive) -> None:
    there = set(work.rows.scalars(select(PictureContent.sha256)))
    for content, path in archive.photos.items():
        if content not in there:
            photo = kept_photo(path.read_bytes())
            if photo.content != content:
                raise InputError(mark("The archive is refused: {file} is not what its name says.", file=path.name))
            keep_content(work, photo)


def _put_ballots(work: UnitOfWork, arrival: Arrival) -> None:
    """The ballots of each vote under new random keys, in one statement in the order of these (docs/secrecy.md)."""
    from workshop.models.tables.votes import Poll

    for poll_id, papers in arrival.merge.ballots.items():
        poll = work.get(Poll, poll_id).record()
        fresh = [
            {
                "poll_id": poll_id, "id": new_id(), "choices": paper_in_order(poll, paper["choices"]), "sealed": None,
                "sector": paper["sector"],
            }
            for paper in papers
        ]  # fmt: skip
        work.rows.execute(insert(Ballot), sorted(fresh, key=lambda row: row["id"].hex))


def _keep_words(work: UnitOfWork, arrival: Arrival) -> None:
    """Versions that gave way, under keys that follow from them; the words of ideas, themes and proposals as a note there too."""
    for one in arrival.merge.aside:
        if work.rows.get(SetAside, one.id) is None:
            work.rows.add(
                SetAside(
                    id=one.id, project_id=arrival.archive.project_id, table_name=one.table, row_key=one.key, words=one.words,
                    values=one.values,
                )
            )  # fmt: skip
            if one.table in _NOTED:
                _note(work, arrival, one)
    work.rows.flush()


def _note(work: UnitOfWork, arrival: Arrival, one: Aside) -> None:
    key = uuid5(one.id, "note")
    if work.rows.get(DiscussionNote, key) is None:
        session_id = one.values.get("lab_session_id")
        work.rows.add(
            DiscussionNote(
                id=key,
                project_id=arrival.archive.project_id,
                lab_session_id=UUID(session_id) if session_id else None,
                kind=NoteKind.FACT,
                text=arrival.language.say("Another laptop had: {words}", words=one.words),
                role=Role.FACILITATOR,
                written_at=work.now,
                **{_NOTED[one.table]: UUID(one.key)},
            )
        )


def _keep_entries(work: UnitOfWork, archive: Archive) -> None:
    """The journals that came along, but for what is known."""
    own = set(work.rows.scalars(select(JournalEntry.digest)))
    known = {
        digest: told
        for digest, told in work.rows.execute(select(ImportedEntry.digest, ImportedEntry.content.is_not(None)))
    }
    fresh: dict[str, dict[str, Any]] = {}
    for entry in archive.entries:
        if entry.digest in own or known.get(entry.digest):
            continue
        if entry.digest in known:
            if entry.content is not None:
                told = update(ImportedEntry).where(ImportedEntry.digest == entry.digest)
                work.rows.execute(told.values(content=entry.content))
            continue
        fresh[entry.digest] = {
            "digest": entry.digest, "before": entry.before, "sequence": entry.sequence, "content": entry.content,
        }  # fmt: skip
    listed = list(fresh.values())
    for start in range(0, len(listed), _AT_ONCE):
        work.rows.execute(insert(ImportedEntry), listed[start : start + _AT_ONCE])


def _keep_origin(work: UnitOfWork, archive: Archive) -> None:
    """Where the data came from."""
    if work.rows.scalar(select(func.count()).select_from(TakenIn).where(TakenIn.manifest == archive.manifest)):
        return
    info = archive.info
    work.rows.add(
        TakenIn(
            manifest=archive.manifest,
            records=archive.records[:64],
            project_id=archive.project_id,
            lab_session_id=archive.session_id,
            title=archive.title,
            document_number=info.get("External-Identifier", "")[:64],
            organization=info.get("Source-Organization", "")[:300],
            city=info.get("City", "")[:300],
            station=info.get("Station", "")[:64],
            software=info.get("Bag-Software-Agent", "")[:100],
            with_register=archive.with_register,
            made_at=_moment(info.get("Made-At", "")),
            at=work.now,
        )
    )
    work.rows.flush()


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None else None


def _try_counting(work: UnitOfWork, archive: Archive) -> None:
    """Count every form of the archive, so that what cannot be counted is refused now and not met later."""
    for (form_id,), values in archive.rows["evaluation_form"].items():
        try:
            result_of(work.rows, work.get(EvaluationForm, form_id))
        except Exception as error:  # data that no program of ours would have written can fail in any way
            raise InputError(
                mark("The archive is refused: the form “{title}” cannot be counted.", title=values["title"][:80])
            ) from error


def _is(name: str, key: Key) -> list[Any]:
    table = table_of(name)
    return [table.c[column] == value for column, value in zip(key_columns(name), key, strict=True)]
