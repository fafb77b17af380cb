"""Themes are complete, and what is read can be read."""

import pytest
from PySide6.QtGui import QColor

from workshop.ui import theme as look
from workshop.ui.theme import NAMES, Type, load_theme, style_sheet

SURFACES = ("paper", "card", "card-hover")
READ = [
    *((ink, ground) for ink in ("ink", "muted", "accent", "warn", "danger", "ok") for ground in SURFACES),
    *((ink, ground) for ink in ("ink", "muted", "nav-ink") for ground in ("navigation", "navigation-hover")),
    *((f"phase-{n}-ink", ground) for n in range(1, 5) for ground in ("card", "paper", f"phase-{n}-soft")),
    *((ink, f"phase-{n}-soft") for n in range(1, 5) for ink in ("ink", "muted")),
    *((f"note-{n}-ink", ground) for n in range(8) for ground in ("paper", "card", f"note-{n}-soft")),
    *((ink, f"note-{n}-soft") for n in range(8) for ink in ("ink", "muted")),
    *((f"likert-{n}-ink", f"likert-{n}") for n in range(1, 6)),
    *(("accent-ink", ground) for ground in ("accent", "accent-hover", "accent-press")),
    *(("danger-ink", ground) for ground in ("danger", "danger-hover")),
    ("accent-soft-ink", "accent-soft"), ("ink", "accent-soft"), ("quiet-ink", "quiet"), ("ink", "quiet"), ("muted", "quiet"),
    ("warn-soft-ink", "warn-soft"), ("ink", "warn-soft"), ("muted", "warn-soft"),
    ("danger", "danger-soft"), ("ok", "ok-soft"), ("info", "info-soft"),
    ("selection-ink", "selection"), ("toast-ink", "toast"), ("toast-link", "toast"), ("muted", "track"),
]  # fmt: skip
SHARED_SCREEN = [
    ("stage-ink", "stage"), ("stage-muted", "stage"), ("stage-first", "stage"), ("stage-warn", "stage"),
    ("stage-ink", "stage-raised"), ("stage-muted", "stage-raised"), ("stage-first-ink", "stage-first"),
    ("booth-ink", "booth"), ("booth-muted", "booth"), ("booth-ink", "booth-card"), ("booth-muted", "booth-card"),
    ("booth-ink", "booth-accent-soft"), ("booth-danger", "booth"), ("booth-danger", "booth-card"),
]  # fmt: skip
# What is not read but has to be seen: WCAG 2.2 asks 3:1.
SEEN = [
    ("focus", "paper"), ("focus", "card"), ("focus", "navigation"), ("accent", "track"), ("control-line", "card"),
    *((f"phase-{n}", "paper") for n in range(1, 5)), ("stage-bar", "stage"), ("stage-first", "stage"),
]  # fmt: skip


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_faint(name: str, pairs: list[tuple[str, str]], least: float) -> list[str]:
    theme = load_theme(name)
    measured = ((ink, ground, contrast(theme.color(ink), theme.color(ground))) for ink, ground in pairs)
    return [f"{ink} on {ground}: {ratio:.2f}" for ink, ground, ratio in measured if ratio < least]


def test_contrast_is_measured_as_the_standard_does():
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_all_that_is_read_has_the_contrast_it_needs(name):
    assert too_faint(name, READ, 7 if name == "high-contrast" else 4.5) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_shared_screen_can_be_read_from_the_last_row(name):
    assert too_faint(name, SHARED_SCREEN, 7 - 0.001) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_has_to_be_seen_is_seen(name):
    assert too_faint(name, SEEN, 3) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_has_the_same_roles_and_real_colours(name):
    theme = load_theme(name)
    assert set(theme.roles) == set(load_theme("light").roles)
    assert all(QColor(value).isValid() and len(value) == 7 for value in theme.roles.values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [100, 200])
def test_the_style_sheet_is_filled_completely(name, scale):
    assert "@" not in style_sheet(load_theme(name), scale)


def test_an_unknown_role_is_an_error():
    with pytest.raises(KeyError):
        load_theme("light").color("mauve")


def test_type_grows_with_its_scale():
    assert [Type().small, Type().body, Type().lead, Type().heading, Type().title] == [13, 15, 17, 20, 26]
    assert (Type(200).body, Type(200).title, Type(150).px(46)) == (30, 52, 69)
    assert Type().stage_display == 56


def test_figures_are_equally_wide():
    from PySide6.QtGui import QFontMetricsF

    from workshop.ui.fonts import load_fonts

    load_fonts()
    metrics = QFontMetricsF(Type().font("title", 700))
    assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("8888"))


def test_applying_a_theme_changes_palette_and_font(qapp):
    look.apply(qapp, load_theme("dark"), 150)
    assert qapp.palette().window().color() == load_theme("dark").color("paper")
    assert (qapp.font().family(), qapp.font().pixelSize()) == ("Pretendard", 22)
    look.apply(qapp, load_theme("light"))
    assert qapp.palette().window().color().name() == "#faf8f4"


def test_a_named_theme_is_taken_and_the_system_is_followed(qapp):
    assert look.chosen_theme("high-contrast").name == "high-contrast"
    assert look.chosen_theme("system").name in NAMES
