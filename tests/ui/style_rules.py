"""What the style sheet paints on what: each of its rules, with what it takes over from the plainer rules for the same thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workshop.resources import resource_path

# Where a widget lies that has no ground of its own, by the first of these that its selector has.
LIES_ON = (
    ('look="nav"', ("navigation", "navigation-hover")),
    ('look="brand"', ("navigation",)),
    ('look="segment"', ("quiet",)),
    ('look="toast', ("toast",)),
    ("QMenu", ("card",)),
    ("QCalendarWidget", ("card",)),
    ("", ("paper", "card", "card-hover")),
)
# Controls that are known by their border: without it nobody sees where to type or what to tick.
FIELDS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QSpinBox", "QDateEdit", "QTimeEdit", "QComboBox", "::indicator")
_PART = re.compile(r"\[[^\]]*\]|:{1,2}[\w-]+|#\w+|\w+|\*")


@dataclass
class Rule:
    """One selector with what is said for it: property to value, with roles still written as `@role`."""

    selector: str
    said: dict[str, str]
    parts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.parts = frozenset(_PART.findall(self.selector))

    @property
    def is_disabled(self) -> bool:
        return ":disabled" in self.parts

    @property
    def grounds(self) -> tuple[str, ...]:
        """The roles on which it lies."""
        own = role_in(self.said.get("background", ""))
        if own:
            return (own,)
        return next(grounds for mark, grounds in LIES_ON if mark in self.selector)


def role_in(value: str) -> str:
    """The first role in a value, "" where there is none."""
    found = re.search(r"@(?!px|tight|size-|icon-)([a-z][a-z0-9-]*)", value)
    return found[1] if found else ""


def rules(sheet: str | None = None) -> list[Rule]:
    """All rules of a style sheet, in order, each with what plainer rules say of the same widget."""
    text = sheet if sheet is not None else resource_path("themes/style.qss").read_text(encoding="utf-8")
    plain = list(_plain(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)))
    return [Rule(rule.selector, _cascaded(rule, plain)) for rule in plain]


# Rules for what has no words: lines, handles, and buttons that bring an icon in a colour of their own.
WORDLESS = ('look="line"', "QScrollBar", "::separator", 'look="toast-icon"', "up-button", "down-button", "QSplitter")


def words(sheet: str | None = None) -> Iterator[tuple[str, str, str]]:
    """Selector, ink and ground of every rule in which something is read."""
    for rule in rules(sheet):
        if any(mark in rule.selector for mark in WORDLESS):
            continue
        for ink_of, ground_of in (("color", ""), ("selection-color", "selection-background-color")):
            ink = role_in(rule.said.get(ink_of, ""))
            ground = role_in(rule.said.get(ground_of, "")) if ground_of else ""
            if ink and not rule.is_disabled and (not ground_of or ground):
                yield from ((rule.selector, ink, place) for place in ((ground,) if ground else rule.grounds))
        if icon := re.search(r"@icon-[a-z-]*?-(ink|muted|accent-ink|accent)\b", rule.said.get("image", "")):
            yield from ((rule.selector, icon[1], ground) for ground in rule.grounds)


def borders(sheet: str | None = None) -> Iterator[tuple[str, str, str]]:
    """Selector, border and ground of every rule for a field or a box."""
    for rule in rules(sheet):
        last = rule.selector.split()[-1]
        line = role_in(rule.said.get("border-color", "") or rule.said.get("border", ""))
        if line and not rule.is_disabled and any(name in last for name in FIELDS) and "drop-down" not in last:
            for ground in ("paper", "card", "card-hover"):
                yield rule.selector, line, ground


def _plain(text: str) -> Iterator[Rule]:
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        said = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", body))
        for selector in selectors.split(","):
            yield Rule(" ".join(selector.split()), dict(said))


def _cascaded(rule: Rule, plain: list[Rule]) -> dict[str, str]:
    """What is said for a rule's widget by rules that ask for no more than it does, the plainest first."""
    whole: dict[str, str] = {}
    subcontrol = {part for part in rule.parts if part.startswith("::")}
    own = _own_parts(rule)
    for other in sorted(plain, key=lambda one: len(one.parts)):
        same = {part for part in other.parts if part.startswith("::")} == subcontrol
        if same and (
            (other.parts <= rule.parts and _own_parts(other) <= own) or (other.parts <= {"QWidget"} and not subcontrol)
        ):
            if "border" in other.said:
                whole.pop("border-color", None)
            whole |= other.said
    return whole


def _own_parts(rule: Rule) -> frozenset[str]:
    """What is said of the widget itself, not of those around it."""
    return frozenset(_PART.findall(rule.selector.split()[-1]))
