"""A page of a session report, against ReportLab alone setting the same words on as many pages."""

import io
from collections.abc import Generator
from contextlib import closing
from uuid import UUID
from xml.sax.saxutils import escape

from workshop.bench.benchmark import Benchmark, Ground, Pair
from workshop.bench.keeping import make_session
from workshop.language import mark
from workshop.models.records.report_options import ReportOptions
from workshop.resources import resource_path
from workshop.services import reporting
from workshop.services.keeping.library import Library, open_library
from workshop.services.projects import projects
from workshop.services.sample.sample import build_sample
from workshop.services.sessions import lab_sessions

_FONT = "bench"


def _ready(ground: Ground) -> Generator[Pair]:
    with closing(open_library(ground.folder / "library.workshop")) as library:
        session_id = make_session(library, people=1)[1] if ground.small else _session_of_sample(library)
        record = reporting.gather_session_report(library, session_id=session_id)
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    kind, options = reporting.kind_of("session"), ReportOptions()

    def ours() -> bytes:
        return reporting.finished(kind.build(record, options))

    pages = _words_of(ours())
    pdfmetrics.registerFont(TTFont(_FONT, str(resource_path("fonts/Pretendard-Regular.ttf"))))
    yield Pair(ours, lambda: _bare(pages), amount=len(pages), rounds=3)


def _session_of_sample(library: Library) -> UUID:
    for _step in build_sample(library):
        pass
    (line,) = projects.list_projects(library)
    return lab_sessions.list_sessions(library, project_id=line.project.id)[0].session.id


def _words_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [page.get_textpage().get_text_range().splitlines() for page in document]


def _bare(pages: list[list[str]]) -> bytes:
    """The same lines as paragraphs in the same type, and nothing of what makes a report."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate
    from reportlab.platypus.flowables import Flowable

    style = ParagraphStyle(_FONT, fontName=_FONT, fontSize=9.5, leading=13)
    story: list[Flowable] = []
    for page in pages:
        story += [*(Paragraph(escape(line), style) for line in page), PageBreak()]
    out = io.BytesIO()
    SimpleDocTemplate(out, initialFontName=_FONT).build(story)
    return out.getvalue()


BENCHMARKS = (
    Benchmark(
        "report",
        mark("the report of a session of the sample"),
        mark("ReportLab alone with the same words"),
        _ready,
    ),
)
