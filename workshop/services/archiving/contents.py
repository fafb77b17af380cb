"""What lies in an archive: every file is written by one step here."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from workshop.exchange.sheets import Sheet, write_csv
from workshop.language import CODES, Language, Message, load_language
from workshop.models.database import SCHEMA_VERSION
from workshop.models.enums import SessionState
from workshop.models.tables.pictures import PictureContent
from workshop.services import reporting
from workshop.services.archiving import journals
from workshop.services.archiving.encoding import PlainRow, canonical, plain_rows, write_table
from workshop.services.archiving.gathering import Rows, gather
from workshop.services.archiving.readme import readme
from workshop.services.archiving.scanning import personal_words
from workshop.services.archiving.schema import schema_document
from workshop.services.archiving.sheets import consent_counts, people_sheets
from workshop.services.archiving.subjects import Subject
from workshop.services.archiving.tables import FORMAT, KEPT, VERSION
from workshop.services.keeping.checks import photos_missing
from workshop.services.keeping.library import Library
from workshop.services.sessions.lab_sessions import list_sessions
from workshop.services.voting.ballot_export import ballot_files

Progress = Generator[float, None, None]


@dataclass
class Contents:
    """Writes the files of an archive below a folder, and keeps what is to be told about them."""

    library: Library
    language: Language
    subject: Subject
    folder: Path
    with_register: bool = False
    left_out: list[Message] = field(default_factory=list[Message])
    warnings: list[Message] = field(default_factory=list[Message])
    records: str = ""

    @property
    def _session_id(self) -> UUID | None:
        return self.subject.session.id if self.subject.session else None

    def write(self) -> Progress:
        """Write everything; yields progress from 0 to 1. Raises OSError where it cannot be written."""
        yield 0.0
        rows = self._write_records()
        yield 0.1
        yield from _part(self._write_photos(rows), 0.1, 0.4)
        yield from _part(self._write_reports(), 0.4, 0.9)
        self._write_tables()
        self._write_ballots()
        self._put("consents.json", _document(consent_counts(self.library, self.subject)))
        for code in CODES:
            text = readme(load_language(code), self.subject, self.left_out, with_register=self.with_register)
            self._put(f"README.{code}.txt", text.encode())
        yield 1.0

    def _write_records(self) -> Rows:
        """The rows, what they mean, the journal, and what the archive says of itself."""
        with self.library.read() as rows:
            gathered = gather(
                rows, project_id=self.subject.project.id, session_id=self._session_id, with_register=self.with_register
            )
            own, others = journals.read_journal(rows)
            missing = _missing_photos(set(rows.scalars(select(PictureContent.sha256))), gathered.rows)
        self.left_out += gathered.left_out
        self.warnings += personal_words(gathered.rows)
        if missing:
            self.left_out.append(photos_missing(len(missing)))
        told = plain_rows(gathered.rows)
        files = {name: write_table(name, lines) for name, lines in told.items()}
        self.records = sha256(
            "".join(f"{name} {sha256(content).hexdigest()}\n" for name, content in sorted(files.items())).encode()
        ).hexdigest()
        for name, content in files.items():
            if told[name] or not KEPT[name].personal:
                self._put(f"records/{name}.json", content)
        self._put("journal.json", journals.write_journal(own, others, keys=journals.row_keys(gathered.rows.values())))
        self._put("schema.json", _document(schema_document()))
        self._put("archive.json", _document(self._about(told, missing)))
        return gathered.rows

    def _about(self, told: dict[str, list[PlainRow]], missing: list[str]) -> dict[str, object]:
        languages = {code: load_language(code) for code in CODES}
        return {
            "format": FORMAT,
            "version": VERSION,
            "schema": SCHEMA_VERSION,
            "project": str(self.subject.project.id),
            "session": str(self._session_id) if self._session_id else None,
            "with_register": self.with_register,
            "records": self.records,
            "rows": {name: len(lines) for name, lines in told.items()},
            "missing_photos": missing,
            "left_out": [{code: language.tell(one) for code, language in languages.items()} for one in self.left_out],
        }

    def _write_photos(self, rows: Rows) -> Progress:
        """The files of the photos under their SHA-256, and a list that says what each belongs to."""
        wanted = sorted({picture["content"] for picture in rows["picture"].values()})
        names: dict[str, str] = {}
        for done, content in enumerate(wanted, start=1):
            with self.library.read() as reading:
                whole = reading.scalar(select(PictureContent.whole).where(PictureContent.sha256 == content))
            if whole is not None:
                names[content] = f"{content}.{'png' if whole.startswith(_PNG) else 'jpg'}"
                self._put(f"photos/{names[content]}", whole)
            yield done / len(wanted)
        if names:
            self._put("photos/index.csv", write_csv(_photo_sheet(self.language, rows, names)))

    def _write_reports(self) -> Progress:
        """The reports as PDF in every language."""
        sessions = [self.subject.session] if self.subject.session else []
        if self.subject.session is None:
            lines = list_sessions(self.library, project_id=self.subject.project.id)
            sessions = [line.session for line in lines if line.session.state is not SessionState.DRAFT]
        total = len(CODES) * (len(sessions) + (self.subject.session is None))
        done = 0
        for code in CODES:
            language = load_language(code)
            if self.subject.session is None:
                build = reporting.project_report(self.library, project_id=self.subject.project.id, language=language)
                yield from self._write_report(f"project-{code}", build, done, total)
                done += 1
            for number, session in enumerate(sessions, start=1):
                build = reporting.session_report(self.library, session_id=session.id, language=language)
                yield from self._write_report(f"{number:02}-{session.document_number}-{code}", build, done, total)
                done += 1

    def _write_report(self, name: str, build: reporting.Build, done: int, total: int) -> Progress:
        while True:
            try:
                yield (done + next(build)) / total
            except StopIteration as end:
                self._put(f"reports/{name}.pdf", end.value)
                return

    def _write_tables(self) -> None:
        for number, sheet in enumerate(people_sheets(self.library, self.language, self.subject), start=1):
            self._put(f"tables/{number}-{sheet.name}.csv", write_csv(sheet))

    def _write_ballots(self) -> None:
        project_id = None if self._session_id else self.subject.project.id
        for name, content in ballot_files(
            self.library, session_id=self._session_id, project_id=project_id, shuffled=False
        ):
            self._put(f"ballots/{name}", content)

    def _put(self, name: str, content: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            stream.write(content)


_PNG = b"\x89PNG"


def _part(steps: Iterable[float], begin: float, end: float) -> Progress:
    """Progress of a part as progress of the whole."""
    for step in steps:
        yield begin + (end - begin) * step


def _document(value: object) -> bytes:
    return f"{canonical(value)}\n".encode()


def _missing_photos(there: set[str], rows: Rows) -> list[str]:
    return sorted({picture["content"] for picture in rows["picture"].values()} - there)


def _photo_sheet(language: Language, rows: Rows, names: dict[str, str]) -> Sheet:
    """Each photo with what it shows and to what it belongs."""
    say = language.say
    ideas = {key: row["number"] for (key,), row in rows["idea"].items()}
    issues = {key: row["number"] for (key,), row in rows["local_issue"].items()}
    lines = [
        (
            names[picture["content"]],
            picture["caption"],
            ideas.get(picture["idea_id"]),
            issues.get(picture["local_issue_id"]),
            picture["width"],
            picture["height"],
        )
        for _key, picture in sorted(rows["picture"].items())
        if picture["content"] in names
    ]
    header = (
        say("File"), say("Caption"), say("Idea no."), say("Local issue no."), say("Width"), say("Height"),
    )  # fmt: skip
    return Sheet(say("Photos"), header, tuple(lines))
