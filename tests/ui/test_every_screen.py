"""Every page, dialog and state of the shared screen holds in every language, size of text, size of window and theme.

Each day every view is looked at in every language, every size of text and every theme, if not in every combination of them;
`make test-looks` (the option --every-look) takes them all.
"""

from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from tests.audit.faults import faint_words, faults, misplaced
from tests.gallery.catalogue import all_views
from tests.gallery.hall import Hall, hall
from tests.gallery.looks import LANGUAGES, SIZES, THEMES, Look, all_looks, some_looks
from tests.gallery.view import View

pytestmark = pytest.mark.qt_log_ignore(
    "does not support (raise|grabbing)", extend=True
)  # menus on the offscreen screen


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "view" not in metafunc.fixturenames:
        return
    every = metafunc.config.getoption("--every-look")
    cases = [
        pytest.param(view, look, id=f"{view.name}-{look}")
        for number, view in enumerate(all_views())
        for look in (all_looks(is_screen=view.is_screen) if every else looks_of_today(number, view))
    ]
    metafunc.parametrize(("view", "look"), cases)


def looks_of_today(number: int, view: View) -> list[Look]:
    """The looks in which a view is looked at each day."""
    return some_looks(number, is_screen=view.is_screen, is_wish=view.is_wish)


def found_in(view: View, look: Look, place: Hall) -> dict[str, list[str]]:
    """Each fault with the sizes of the window at which it is seen."""
    found: dict[str, list[str]] = {}
    window = view.show(place)
    least = 7 if view.is_screen or look.theme == "high-contrast" else 4.5
    for fault in (*faults(window, touch=view.is_screen), *faint_words(window, least=least)):
        found[fault] = ["1366×768"]
    for width, height in SIZES[1:] if window in (place.window, place.stage.window) else ():
        window.resize(width, height)
        place.settle()
        for fault in misplaced(window, touch=view.is_screen):
            found.setdefault(fault, []).append(f"{width}×{height}")
    return found


def test_a_view_can_be_read_reached_and_heard(qapp: QApplication, view: View, look: Look) -> None:
    with hall(view.library, look) as place:
        found = found_in(view, look, place)
    assert not found, "\n".join(f"{fault} [{', '.join(where)}]" for fault, where in found.items())


@pytest.mark.parametrize("number", range(9))
def test_each_view_meets_every_language_size_and_theme(number: int) -> None:
    looks = some_looks(number, is_screen=False)
    assert {look.language for look in looks} == {"ko", "en", "stretched"}
    assert {look.scale for look in looks} == {100, 150, 200}
    assert {look.theme for look in looks} == set(THEMES)


def test_views_in_turn_meet_every_theme_in_every_language() -> None:
    met = {(look.language, look.theme) for number in range(6) for look in some_looks(number, is_screen=False)}
    assert met == set(product(LANGUAGES, THEMES))


def test_a_wish_is_made_of_a_state_that_is_seen_without_it() -> None:
    views = {view.name: view for view in all_views()}
    wishes = [view.name for view in views.values() if view.is_wish]
    plain = [name.removesuffix("-contrast").removesuffix("-text-150").removesuffix("-text-200") for name in wishes]
    assert len(wishes) > 20
    assert set(plain) <= set(views)
