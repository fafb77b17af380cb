"""A desk without a library: what widgets are given."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from workshop.language import load_language
from workshop.settings import Settings
from workshop.ui import theme as look
from workshop.ui.desk import Desk
from workshop.ui.icons import Icons
from workshop.ui.tasks import Tasks


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    """English words in the light theme."""
    theme = look.load_theme("light")
    look.apply(qapp, theme)
    tasks = Tasks()
    yield Desk(load_language("en"), theme, Icons(theme), tasks, cast("object", None), Settings(language="en"))
    tasks.shut_down()
