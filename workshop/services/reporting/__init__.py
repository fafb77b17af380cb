"""Reports: gathered into one record, looked through for personal data, built as a PDF. What others use of the room."""

from workshop.services.reporting.build import Build, finished
from workshop.services.reporting.data import attached_files, report_data
from workshop.services.reporting.kinds import KINDS, ReportKind, Subject, Target, kind_of
from workshop.services.reporting.making import (
    GatheredReport,
    gather_report,
    make_report,
    project_report,
    read_logo,
    session_report,
)
from workshop.services.reporting.notes import notes_of
from workshop.services.reporting.offers import OfferGroup, ReportOffer, ReportOffers, has_papers, list_offers
from workshop.services.reporting.personal_decisions import decide_on_personal_data, personal_decisions
from workshop.services.reporting.projects import gather_project_report
from workshop.services.reporting.saving import save_reports
from workshop.services.reporting.sessions import gather_session_report
from workshop.services.reporting.targets import find_target

__all__ = [
    "KINDS",
    "Build",
    "GatheredReport",
    "OfferGroup",
    "ReportKind",
    "ReportOffer",
    "ReportOffers",
    "Subject",
    "Target",
    "attached_files",
    "decide_on_personal_data",
    "find_target",
    "finished",
    "gather_project_report",
    "gather_report",
    "gather_session_report",
    "has_papers",
    "kind_of",
    "list_offers",
    "make_report",
    "notes_of",
    "personal_decisions",
    "project_report",
    "read_logo",
    "report_data",
    "save_reports",
    "session_report",
]  # fmt: skip
