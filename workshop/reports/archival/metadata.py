"""What a report says of itself, twice alike: in the old dictionary and as XMP (ISO 16684-1)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

PROGRAM = "Living Lab Workshop"
NAMESPACE = "urn:living-lab-workshop:report:1#"
DATA_FILE = "data.json"
"""The attached file whose SHA-256 is the checksum of the report."""
UNSEALED = "0" * 64
"""Stands where the digest of the whole file will be."""

_OWN = (
    ("DocumentNumber", "Number of the document"),
    ("DataDigest", "SHA-256 of the attached data in canonical JSON"),
    ("FilesDigest", "SHA-256 over the names and contents of all attached files"),
    ("PagesDigest", "SHA-256 over everything that is drawn on the pages"),
    ("FileDigest", "SHA-256 of this file with zeros in the place of this digest"),
)

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:report="{namespace}">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{told}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
{schemas}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_SCHEMA = """<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{title}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"""

_PROPERTY = """<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{about}</pdfaProperty:description></rdf:li>"""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a report says of itself; what is empty is left out."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    moment: datetime | None
    number: str
    data_digest: str
    files_digest: str
    pages_digest: str


def information(facts: Facts) -> dict[str, str]:
    """The old dictionary of a PDF."""
    when = pdf_date(facts.moment) if facts.moment else ""
    told = {
        "/Title": facts.title, "/Author": facts.author, "/Subject": facts.subject, "/Keywords": facts.keywords,
        "/Creator": PROGRAM, "/Producer": PROGRAM, "/CreationDate": when, "/ModDate": when,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value}


def xmp(facts: Facts) -> bytes:
    """The same as XMP, with the digests, and what the names mean that PDF/A does not know."""
    when = facts.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if facts.moment else ""
    told = [
        _alternative("dc:title", facts.title), _list("dc:creator", facts.author), _alternative("dc:description", facts.subject),
        _plain("pdf:Keywords", facts.keywords), _plain("pdf:Producer", PROGRAM), _plain("xmp:CreatorTool", PROGRAM),
        _plain("xmp:CreateDate", when), _plain("xmp:ModifyDate", when),
        _plain("report:DocumentNumber", facts.number), _plain("report:DataDigest", facts.data_digest),
        _plain("report:FilesDigest", facts.files_digest), _plain("report:PagesDigest", facts.pages_digest),
        _plain("report:FileDigest", UNSEALED),
    ]  # fmt: skip
    schemas = [
        _schema(
            "PDF/UA identification",
            "http://www.aiim.org/pdfua/ns/id/",
            "pdfuaid",
            [("part", "Integer", "Part of PDF/UA")],
        ),
        _schema("Report", NAMESPACE, "report", [(name, "Text", about) for name, about in _OWN]),
    ]
    packet = _XMP.format(
        namespace=NAMESPACE, language=facts.language, told="\n".join(filter(None, told)), schemas="\n".join(schemas)
    )
    return packet.encode()


def pdf_date(moment: datetime) -> str:
    """A moment as a PDF writes it, in UTC."""
    return moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")


def _plain(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _alternative(name: str, value: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt></{name}>' if value else ""


def _list(name: str, value: str) -> str:
    return f"<{name}><rdf:Seq><rdf:li>{escape(value)}</rdf:li></rdf:Seq></{name}>" if value else ""


def _schema(title: str, uri: str, prefix: str, properties: list[tuple[str, str, str]]) -> str:
    listed = "".join(_PROPERTY.format(name=name, kind=kind, about=about) for name, kind, about in properties)
    return _SCHEMA.format(title=title, uri=uri, prefix=prefix, properties=listed)


def one_line(value: str) -> str:
    """Text without line ends and without the signs that have no shape or that XML does not allow."""
    return "".join(sign for sign in " ".join(value.split()) if sign.isprintable())
