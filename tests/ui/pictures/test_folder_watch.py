"""A watched folder offers what is new and whole, asks before anything is taken, and outlives a card that is pulled out."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workshop.ui.pictures.folder_watch import FolderWatch
from workshop.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: Any) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.shut_down()


@pytest.fixture
def watch(tasks: Tasks) -> Iterator[FolderWatch]:
    made = FolderWatch(tasks, pause=20, beat=40)
    yield made
    made.watch("")


def names(watch: FolderWatch) -> list[str]:
    return [Path(path).name for path in watch.offers]


def begin(qtbot: Any, watch: FolderWatch, tasks: Tasks, folder: Path) -> None:
    watch.watch(str(folder))
    assert tasks.wait_idle()


def test_only_what_is_new_is_offered(qtbot: Any, watch: FolderWatch, tasks: Tasks, tmp_path: Path) -> None:
    (tmp_path / "old.jpg").write_bytes(b"1")
    begin(qtbot, watch, tasks, tmp_path)
    for name in ("IMG_2.JPG", "IMG_1.png", "film.mp4", ".hidden.jpg"):
        (tmp_path / name).write_bytes(b"22")
    qtbot.waitUntil(lambda: names(watch) == ["IMG_1.png", "IMG_2.JPG"])
    assert [Path(path).name for path in watch.take()] == ["IMG_1.png", "IMG_2.JPG"]
    assert watch.offers == ()
    (tmp_path / "IMG_3.jpg").write_bytes(b"333")
    qtbot.waitUntil(lambda: names(watch) == ["IMG_3.jpg"])


def test_a_file_that_still_grows_is_waited_for(qtbot: Any, watch: FolderWatch, tasks: Tasks, tmp_path: Path) -> None:
    begin(qtbot, watch, tasks, tmp_path)
    told: list[int] = []
    with (tmp_path / "IMG_1.jpg").open("wb", buffering=0) as file:

        def grow() -> bool:
            if len(told) < 8:
                told.append(file.write(b"x" * 1000))
                watch.look()
                assert tasks.wait_idle()
                assert watch.offers == ()
            return len(told) == 8

        qtbot.waitUntil(grow)
    qtbot.waitUntil(lambda: names(watch) == ["IMG_1.jpg"])


def test_an_empty_file_is_not_offered(qtbot: Any, watch: FolderWatch, tasks: Tasks, tmp_path: Path) -> None:
    begin(qtbot, watch, tasks, tmp_path)
    (tmp_path / "begun.jpg").touch()
    (tmp_path / "whole.jpg").write_bytes(b"1")
    qtbot.waitUntil(lambda: names(watch) == ["whole.jpg"])


def test_a_card_that_is_pulled_out_and_comes_back(qtbot: Any, watch: FolderWatch, tasks: Tasks, tmp_path: Path) -> None:
    card, pocket = tmp_path / "card", tmp_path / "pocket"
    card.mkdir()
    (card / "old.jpg").write_bytes(b"1")
    begin(qtbot, watch, tasks, card)
    (card / "new.jpg").write_bytes(b"22")
    qtbot.waitUntil(lambda: names(watch) == ["new.jpg"])
    shutil.move(card, pocket)
    qtbot.waitUntil(lambda: watch.is_away)
    assert watch.offers == ()
    (pocket / "newer.jpg").write_bytes(b"333")
    shutil.move(pocket, card)
    qtbot.waitUntil(lambda: not watch.is_away)
    qtbot.waitUntil(lambda: names(watch) == ["new.jpg", "newer.jpg"])


def test_a_photo_that_is_deleted_is_no_longer_offered(
    qtbot: Any, watch: FolderWatch, tasks: Tasks, tmp_path: Path
) -> None:
    begin(qtbot, watch, tasks, tmp_path)
    (tmp_path / "new.jpg").write_bytes(b"22")
    qtbot.waitUntil(lambda: names(watch) == ["new.jpg"])
    (tmp_path / "new.jpg").unlink()
    qtbot.waitUntil(lambda: watch.offers == ())


def test_the_folders_of_a_camera_are_looked_into(qtbot: Any, watch: FolderWatch, tasks: Tasks, tmp_path: Path) -> None:
    inner = tmp_path / "DCIM" / "100CANON"
    inner.mkdir(parents=True)
    begin(qtbot, watch, tasks, tmp_path / "DCIM")
    (inner / "IMG_1.JPG").write_bytes(b"22")
    qtbot.waitUntil(lambda: names(watch) == ["IMG_1.JPG"])


def test_watching_ends(qtbot: Any, watch: FolderWatch, tasks: Tasks, tmp_path: Path) -> None:
    begin(qtbot, watch, tasks, tmp_path)
    watch.watch("")
    (tmp_path / "new.jpg").write_bytes(b"22")
    watch.look()
    assert tasks.wait_idle()
    assert watch.offers == ()
    assert not watch.is_away
