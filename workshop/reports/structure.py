"""What the parts of a document are, for those who hear it: a tree beside the pages, as ISO 32000-1 (14.7, 14.8) has it.

A block keeps its `Tag`; every page on which a part of it is drawn adds to the same element. So a paragraph that runs over
two pages stays one paragraph.
"""

from dataclasses import dataclass, field, replace

_WITHOUT_WORDS = frozenset({"Figure", "Formula"})


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """What something is: a structure type such as `P`, `H2` or `TD`. Two tags are never the same, however alike.

    `alt` says in words what a picture shows; `actual` is the text that shapes stand for; `language` the code of the language
    where it is not that of the document; `scope` (`Row`, `Column`) what a header cell is the head of; `numbering` (`Decimal`,
    `Disc`, …) how the items of a list are marked.
    """

    kind: str
    alt: str = ""
    actual: str = ""
    language: str = ""
    scope: str = ""
    numbering: str = ""

    @property
    def drawn(self) -> bool:
        """Whether lines and areas inside are its content; elsewhere they only decorate."""
        return self.kind in _WITHOUT_WORDS or bool(self.actual)

    def again(self, kind: str = "") -> "Tag":
        """Another of the same sort, for another place."""
        return replace(self, kind=kind or self.kind)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of marked content: the page, counted from 0, and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that leads elsewhere: to a named place of the document, or out of it where `target` is an address.

    `box` is left, bottom, right, top in points; `words` say where it leads.
    """

    page: int
    box: tuple[float, float, float, float]
    target: str
    words: str


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree; `box` is the room of a picture on its page, in points."""

    tag: Tag
    parent: "Element | None"
    kids: list["Element | Mark | Link"] = field(default_factory=list["Element | Mark | Link"])
    box: tuple[float, float, float, float] | None = None


class Tree:
    """The elements of a document in the order in which they are heard."""

    def __init__(self) -> None:
        self.root = Element(Tag("Document"), None)
        self._known: dict[Tag, Element] = {}

    def element(self, tag: Tag, parent: Element) -> Element:
        """The element of a tag: a new last kid of the parent, or the one that was begun on an earlier page."""
        known = self._known.get(tag)
        if known is None:
            known = self._known[tag] = Element(tag, parent)
            parent.kids.append(known)
        return known
