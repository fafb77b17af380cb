"""Looking an archive through: every byte of a ZIP file counts, also those that are in no file of it."""

import zipfile
from pathlib import Path

import pytest

from tests.services.archiving.archives import finished
from workshop.exchange.bag_zip import pack
from workshop.exchange.bags import seal_bag
from workshop.exchange.zip_form import changed_parts
from workshop.models.errors import InputError
from workshop.services.archiving.bag_check import verify_bag


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A small archive as a ZIP file, with a file that is stored as it is, one that is compressed and an empty one."""
    data = tmp_path / "bag/data"
    data.mkdir(parents=True)
    (data / "photo.jpg").write_bytes(bytes(range(40)))
    (data / "한글.json").write_text('{"text":"버스 정류장에 의자가 없다"}\n', encoding="utf-8")
    (data / "empty").touch()
    seal_bag(tmp_path / "bag", {"External-Description": "X"})
    finished(pack(tmp_path / "bag", tmp_path / "bag.zip"))
    return tmp_path / "bag.zip"


def test_every_changed_byte_of_a_zip_file_is_found(packed: Path) -> None:
    content = packed.read_bytes()
    unnoticed: list[int] = []
    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 1 << at % 8
        packed.write_bytes(changed)
        try:
            checked = finished(verify_bag(packed))
        except InputError:  # it can no longer be read at all
            continue
        if checked.sound:
            unnoticed.append(at)
        assert all(file and not file.startswith("bag/") for _fault, file in checked.differences)
    assert unnoticed == []


@pytest.mark.parametrize("where", ["before", "behind", "comment"])
def test_what_is_hidden_in_a_zip_file_beside_its_files_is_found(packed: Path, where: str) -> None:
    if where == "comment":
        with zipfile.ZipFile(packed, "a") as archive:
            archive.comment = b"from somebody"
    else:
        parts = [b"hidden", packed.read_bytes()]
        packed.write_bytes(b"".join(parts if where == "before" else reversed(parts)))
    try:
        assert not finished(verify_bag(packed)).sound
    except InputError:
        assert where == "behind"  # then no program finds the list of files


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_file_of_another_program_says_what_it_likes_of_its_files(packed: Path, method: int) -> None:
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(packed.with_name("other.zip"), "w", method) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
        archive.comment = b"packed elsewhere"
    assert changed_parts(packed.with_name("other.zip")) == ()
    assert finished(verify_bag(packed.with_name("other.zip"))).sound
