"""The last step of a report: pages become a file that conforms to PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1)."""

import io
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from workshop.reports.archival import carried, colour, glyphs, seal, tagging
from workshop.reports.archival.carried import Attachment
from workshop.reports.archival.metadata import Facts, information, one_line, xmp

if TYPE_CHECKING:
    from workshop.reports.paper import Description, Drawn

__all__ = ["Attachment", "finish"]


def finish(drawn: "Drawn", about: "Description", attachments: Sequence[Attachment]) -> Generator[float, None, bytes]:
    """Yield how much of the work is done, and return the finished file; the same arguments give the same bytes."""
    with Pdf.open(io.BytesIO(drawn.content)) as pdf:
        glyphs.correct(pdf)
        yield 0.2
        yield from (0.2 + 0.5 * share for share in tagging.write(pdf, drawn.tree, drawn.places, about.language))
        carried.attach(pdf, attachments, about.moment)
        _describe(pdf, about, attachments)
        yield 0.8
        buffer = io.BytesIO()
        pdf.save(
            buffer,
            min_version="1.7",
            fix_metadata_version=False,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return seal.close(buffer.getvalue())


def _describe(pdf: Pdf, about: "Description", attachments: Sequence[Attachment]) -> None:
    root = pdf.Root
    root.Lang = String(about.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.OutputIntents = Array([colour.intent(pdf)])
    facts = Facts(
        title=one_line(about.title),
        author=one_line(about.author),
        subject=one_line(about.subject),
        keywords=one_line(about.keywords),
        language=about.language,
        moment=about.moment,
        number=one_line(about.number),
        data_digest=about.checksum,
        files_digest=seal.files_digest({each.name: each.content for each in attachments}),
        pages_digest=seal.pages_digest(pdf),
    )
    metadata = pdf.make_stream(xmp(facts))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    root.Metadata = metadata
    pdf.trailer.Info = pdf.make_indirect(Dictionary({key: String(value) for key, value in information(facts).items()}))
