"""What is read can be read and what has to be seen is seen, in every theme, for every pair of roles that is used."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from tests.ui import contrast_pairs, style_rules
from tests.ui.contrast_pairs import LEFT_OUT, READ, READ_FROM_AFAR, READ_LARGE, SEEN
from workshop.ui.roles import ROLES, plain_colours
from workshop.ui.theme import NAMES, Theme, load_theme

UI = Path(__file__).parents[2] / "workshop" / "ui"


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_faint(theme: Theme, triples: Iterable[tuple[str, str, str]], least: float) -> list[str]:
    """What has less contrast than `least`: where, ink, ground, ratio."""
    found = set()
    for where, ink, ground in triples:
        ratio = contrast(theme.color(ink), theme.color(ground))
        if ratio < least - 0.001:
            found.add(f"{where}: {ink} on {ground} has {ratio:.2f}, needs {least}")
    return sorted(found)


def painted(pairs: contrast_pairs.Pairs) -> list[tuple[str, str, str]]:
    return [("painted", ink, ground) for ink, ground in pairs]


def text_limit(name: str) -> float:
    return 7 if name == "high-contrast" else 4.5


def test_contrast_is_measured_as_the_standard_does():
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_all_that_is_read_has_the_contrast_it_needs(name):
    assert too_faint(load_theme(name), painted(READ), text_limit(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_of_the_style_sheet_can_be_read(name):
    assert too_faint(load_theme(name), style_rules.words(), text_limit(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_fields_and_boxes_are_seen(name):
    assert too_faint(load_theme(name), style_rules.borders(), 3) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_shared_screen_can_be_read_from_the_last_row(name):
    assert too_faint(load_theme(name), painted(READ_FROM_AFAR), 7) == []
    assert too_faint(load_theme(name), painted(READ_LARGE), text_limit(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_has_to_be_seen_is_seen(name):
    assert too_faint(load_theme(name), painted(SEEN), 3) == []


def test_a_window_without_any_theme_file_can_be_read():
    plain = Theme("light", False, plain_colours())
    triples = [*painted([*READ, *READ_FROM_AFAR, *READ_LARGE]), *style_rules.words()]
    assert too_faint(plain, triples, 4.5) == []


# Nothing escapes the measure.


def roles_named(source: str) -> set[str]:
    """The roles that code names: as a text, as an f-string, or as a colour of the booth or the stage."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            pattern = "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+" for part in node.values
            )
            if re.search("[a-z]", pattern.replace("[a-z0-9-]+", "")):
                found |= {role for role in ROLES if re.fullmatch(pattern, role)}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= {node.value} & ROLES
    return found


def looks_named(source: str) -> set[str]:
    """The roles behind the names that the looks of booth and stage are asked for."""
    names = set(re.findall(r'\b(?:color|hex|role|pixmap)\((?:[^()]*, )?"([a-z-]+)"', source))
    return {f"{place}-{name}" for name in names for place in ("booth", "stage")} & ROLES


def roles_used() -> dict[str, str]:
    """Every role that is used anywhere, with a place where it is."""
    used: dict[str, str] = {}
    for file in UI.rglob("*.py"):
        if file.name == "roles.py":
            continue
        source = file.read_text(encoding="utf-8")
        named = roles_named(source) | (looks_named(source) if "shared_screen" in file.parts else set())
        used |= dict.fromkeys(named, str(file.relative_to(UI)))
    for rule in style_rules.rules():
        used |= {role: rule.selector for value in rule.said.values() if (role := style_rules.role_in(value))}
    return used


def unmeasured(used: dict[str, str]) -> dict[str, str]:
    return {role: where for role, where in used.items() if role not in contrast_pairs.measured() | LEFT_OUT.keys()}


def test_every_role_that_is_used_is_measured():
    assert unmeasured(roles_used()) == {}


def test_every_role_is_used_and_none_is_measured_that_is_not_there():
    assert contrast_pairs.measured() | LEFT_OUT.keys() <= ROLES
    assert sorted(ROLES - roles_used().keys()) == []


def test_a_role_that_is_not_measured_is_found():
    source = 'painter.setPen(theme.color("mauve"))\nlabel = Label("x", role=f"{phase}-soft")\nlook.color("first")'
    assert "phase-2-soft" in roles_named(source)
    assert "stage-first" in looks_named(source)
    assert unmeasured({"mauve": "here.py", "ink": "there.py"}) == {"mauve": "here.py"}


@pytest.mark.parametrize(
    ("planted", "words"),
    [
        ("QLabel[look='pale'] { color: @line; }", "line on paper"),
        ("QPushButton:hover { color: @track; }", "track on card-hover"),
        ("QLineEdit { selection-color: @card; selection-background-color: @paper; }", "card on paper"),
    ],
)
def test_a_rule_that_is_too_faint_is_found(planted, words):
    sheet = (
        "QWidget { color: @ink; }\nQPushButton { background: @card; }\nQPushButton:hover { background: @card-hover; }\n"
    )
    assert too_faint(load_theme("light"), style_rules.words(sheet), 4.5) == []
    assert words in "".join(too_faint(load_theme("light"), style_rules.words(sheet + planted), 4.5))


def test_a_field_that_nobody_sees_is_found():
    faint = "QLineEdit { border: 1px solid @line; }"
    assert "line on card" in "".join(too_faint(load_theme("light"), style_rules.borders(faint), 3))
    assert too_faint(load_theme("light"), style_rules.borders("QLineEdit { border: none; }"), 3) == []
