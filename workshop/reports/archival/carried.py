"""The files a report carries: the data it was made from, found by any PDF reader that shows attachments."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workshop.reports.archival.metadata import pdf_date


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a report. `mime` such as `application/json`; `description` is for people.

    `relationship` is what it is to the report (ISO 19005-3, annex E): `Data` where figures come from it, `Source` where the
    whole report does.
    """

    name: str
    content: bytes
    mime: str
    description: str
    relationship: str = "Data"


def attach(pdf: Pdf, attachments: Sequence[Attachment], moment: datetime | None) -> None:
    """Put the files into the document, in the order of their names."""
    if not attachments:
        return
    named = [(each.name, _specification(pdf, each, moment)) for each in sorted(attachments, key=lambda each: each.name)]
    pdf.Root.AF = Array([specification for _, specification in named])
    names = [part for name, specification in named for part in (String(name), specification)]
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))


def carried_files(pdf: Pdf) -> dict[str, bytes]:
    """The files inside a document, by name."""
    return {name: attached.get_file().read_bytes() for name, attached in pdf.attachments.items()}


def _specification(pdf: Pdf, attachment: Attachment, moment: datetime | None) -> Object:
    stream = pdf.make_stream(attachment.content)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name(f"/{attachment.mime}")
    stream.Params = Dictionary(Size=len(attachment.content))
    stream.Params.CheckSum = String(hashlib.md5(attachment.content, usedforsecurity=False).digest())
    if moment is not None:
        stream.Params.ModDate = String(pdf_date(moment))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name(f"/{attachment.relationship}"),
            EF=Dictionary(F=stream, UF=stream),
        )
    )
