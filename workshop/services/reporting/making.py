"""A report from the library to the bytes of its PDF: gathered, looked through for personal data, built."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from workshop.language import Language, load_language
from workshop.models.records.report_options import AttachedFile, PersonalDataFinding, ReportOptions
from workshop.services.keeping.library import Library
from workshop.services.reporting.build import Build
from workshop.services.reporting.data import attached_files, sealed
from workshop.services.reporting.kinds import ReportKind, Target, kind_of
from workshop.services.reporting.personal_data import decided, find_in, masked
from workshop.services.reporting.personal_decisions import personal_decisions
from workshop.services.sessions.lab_sessions import session_plan


@dataclass(frozen=True, slots=True)
class GatheredReport:
    """A report ready to be built: what is in it, the files that go inside, what in its text looks personal, and what of that
    will be read although nobody has decided on it (`open`). Its options say what is really masked.
    """

    kind: ReportKind
    record: Any
    options: ReportOptions
    files: Sequence[AttachedFile]
    findings: tuple[PersonalDataFinding, ...]
    open: tuple[PersonalDataFinding, ...] = ()

    @property
    def unmasked(self) -> tuple[PersonalDataFinding, ...]:
        """What looks personal and will be read by whoever gets the report."""
        if not self.options.mask:
            return self.findings
        return tuple(each for each in self.findings if each.text in self.options.spared)

    @property
    def left(self) -> frozenset[str]:
        """What was found and somebody decided to leave as it is."""
        return frozenset(each.text for each in self.unmasked) - {each.text for each in self.open}

    def build(self) -> Build:
        """Build its PDF: yields progress from 0 to 1 and returns the bytes."""
        return self.kind.build(self.record, self.options, self.files)


def gather_report(library: Library, *, kind: ReportKind, target: Target, options: ReportOptions) -> GatheredReport:
    """Gather a report as of now; raises NotFoundError, InputError where it cannot be about the target."""
    record = kind.gather(library, target, options)
    findings = find_in(record)
    decisions = personal_decisions(library, project_id=target.project_id)
    options = decided(options, findings, decisions)
    if options.mask and findings:
        hidden = masked(record, options)
        record = hidden if kind.on_paper_only else sealed(hidden)
    files = () if kind.on_paper_only else attached_files(record, load_language(options.languages[0]))
    readable = [each for each in findings if not options.mask or each.text in options.spared]
    undecided = tuple(each for each in readable if not decisions.covers(each.text))
    return GatheredReport(kind, record, options, files, findings, undecided)


def make_report(library: Library, *, kind: ReportKind, target: Target, options: ReportOptions) -> Build:
    """Gather and build a report in one go."""
    gathered = gather_report(library, kind=kind, target=target, options=options)
    return (yield from gathered.build())


def session_report(library: Library, *, session_id: UUID, language: Language) -> Build:
    """Build the report of a session as it is by default; raises NotFoundError."""
    project_id = session_plan(library, session_id=session_id).session.project_id
    options = ReportOptions(languages=(language.code,))
    return make_report(library, kind=kind_of("session"), target=Target(project_id, session_id), options=options)


def project_report(library: Library, *, project_id: UUID, language: Language) -> Build:
    """Build the report of a project as it is by default; raises NotFoundError."""
    options = ReportOptions(languages=(language.code,))
    return make_report(library, kind=kind_of("project"), target=Target(project_id), options=options)


def read_logo(data: bytes) -> bytes:
    """A logo from the bytes of any picture file, small; raises InputError in one sentence."""
    from workshop.exchange.photos import read_photo  # takes a while to load

    return read_photo(data).small
