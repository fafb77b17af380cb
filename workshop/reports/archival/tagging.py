"""The structure of a document as a PDF writes it: the tree, the way back from the pages to it, and the links.

Source: ISO 32000-1, 14.7 (logical structure) and 14.8 (tagged PDF).
"""

from collections.abc import Iterator
from urllib.parse import quote

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workshop.reports.archival.metadata import one_line
from workshop.reports.structure import Element, Link, Mark, Tree

Places = dict[str, tuple[int, float]]
_SAFE = "%/:=&?~#+!$,;'@()*[]"  # stands in an address as it is; the rest is written by its bytes (RFC 3987, 3.1)
_PRINTED = 4  # flag of an annotation that is printed; PDF/A wants it


def write(pdf: Pdf, tree: Tree, places: Places, language: str) -> Iterator[float]:
    """Write the tree into a document in a language and bind its pages to it; yields the share that is done."""
    yield from _Writer(pdf, places).write(tree, language)


class _Writer:
    def __init__(self, pdf: Pdf, places: Places) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._places = places
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]
        self._links: list[Object] = []

    def write(self, tree: Tree, language: str) -> Iterator[float]:
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=top))
        parts = [kid for kid in tree.root.kids if isinstance(kid, Element)]
        written = Array()
        for done, part in enumerate(parts, start=1):
            written.append(self._element(part, document, language))
            yield done / len(parts)
        document.K = written
        top.K = Array([document])
        self._bind(top)

    def _bind(self, top: Object) -> None:
        """The way back from each page and link to its elements."""
        numbers: list[object] = []
        for number, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            numbers += [number, self._pdf.make_indirect(Array([owners[at] for at in sorted(owners)]))]
        for number, owner in enumerate(self._links, start=len(self._pages)):
            numbers += [number, owner]
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        top.ParentTreeNextKey = len(self._pages) + len(self._links)
        self._pdf.Root.StructTreeRoot = top

    def _element(self, element: Element, parent: Object, language: str) -> Object:
        """Write an element and all inside; `language` is the one around it."""
        written = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag.kind}"), P=parent))
        self._attributes(written, element)
        if element.tag.language and element.tag.language != language:
            language = element.tag.language
            written.Lang = String(language)
        content = _content(element, language)
        kids: list[object] = []
        own_page = next((kid.page for kid in content if isinstance(kid, Mark)), None)
        if own_page is not None:
            written.Pg = self._pages[own_page]
        for kid in content:
            if isinstance(kid, Element):
                kids.append(self._element(kid, written, language))
            elif isinstance(kid, Mark):
                self._owners[kid.page][kid.number] = written
                kids.append(kid.number if kid.page == own_page else self._mark(kid))
            else:
                kids.append(self._link(kid, written))
        if kids:
            written.K = kids[0] if len(kids) == 1 else Array(kids)
        return written

    def _attributes(self, written: Object, element: Element) -> None:
        tag = element.tag
        if tag.alt:
            written.Alt = String(one_line(tag.alt))
        if tag.actual:
            written.ActualText = String(tag.actual)
        if tag.scope:
            written.A = Dictionary(O=Name.Table, Scope=Name(f"/{tag.scope}"))
        elif tag.numbering:
            written.A = Dictionary(O=Name.List, ListNumbering=Name(f"/{tag.numbering}"))
        elif element.box:
            written.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=_numbers(element.box))

    def _mark(self, mark: Mark) -> Object:
        return Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.number)

    def _link(self, link: Link, owner: Object) -> Object:
        page = self._pages[link.page]
        annotation = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=_numbers(link.box), Border=Array([0, 0, 0]), F=_PRINTED, P=page,
            Contents=String(one_line(link.words)), StructParent=len(self._pages) + len(self._links),
        )  # fmt: skip
        if link.target in self._places:
            number, top = self._places[link.target]
            annotation.Dest = Array([self._pages[number], Name.XYZ, 0, round(top, 2), 0])
        else:
            annotation.A = Dictionary(S=Name.URI, URI=String(quote(link.target, safe=_SAFE)))
        written = self._pdf.make_indirect(annotation)
        self._links.append(owner)
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(written)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=written)


def _content(element: Element, language: str) -> list[Element | Mark | Link]:
    """The kids; a paragraph that is all there is in a cell or an item adds nothing and is passed over."""
    if len(element.kids) == 1 and element.tag.kind in _HOLDERS:
        (only,) = element.kids
        if isinstance(only, Element) and only.tag.kind == "P" and only.tag.language in {"", language}:
            return only.kids
    return element.kids


_HOLDERS = frozenset({"TD", "TH", "LBody"})


def _numbers(box: tuple[float, float, float, float]) -> Array:
    return Array([round(edge, 2) for edge in box])
