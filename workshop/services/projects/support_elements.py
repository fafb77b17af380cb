"""The civil support elements that each phase needs: the seed of the checklists, from the research."""

from workshop.language import Language
from workshop.models.tables.projects import Phase, SupportItem
from workshop.services.keeping.unit_of_work import UnitOfWork
from workshop.services.sessions.session_templates import support_elements


def seed(work: UnitOfWork, *, phase: Phase, language: Language) -> None:
    """Put the elements of a phase on its checklist, in `language`."""
    for position, texts in enumerate(support_elements().of(phase.kind)):
        work.rows.add(SupportItem(phase_id=phase.id, position=position, text=texts.in_language(language.code)))
    work.rows.flush()
