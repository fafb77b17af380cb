"""What comes from elsewhere is refused before it can do harm, and a changed byte is always found and named."""

import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.archiving.archives import finished
from workshop.exchange import bag_paths
from workshop.exchange.bag_paths import check_name, check_names
from workshop.exchange.bag_zip import pack, unpack
from workshop.exchange.bags import DECLARATION, look_through, seal_bag
from workshop.models.errors import InputError


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return _make(tmp_path / "보관")


def _make(folder: Path) -> Path:
    for name, content in (("a.txt", "가나다"), ("deep/b 한글.csv", "1,2\n" * 50), ("empty", "")):
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(content, "utf-8")
    seal_bag(folder, {"Source-Organization": "은평구", "Bagging-Date": "2026-05-09"})
    return folder


def _differences(folder: Path) -> list[tuple[str, str]]:
    return [(one.fault.value, one.path) for one in finished(look_through(folder)).differences]


@pytest.fixture(scope="module")
def one_bag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _make(tmp_path_factory.mktemp("bag") / "bag")


@settings(max_examples=250)
@given(data=st.data())
def test_a_changed_byte_is_always_found_and_named(one_bag: Path, data: st.DataObject) -> None:
    files = sorted(file for file in one_bag.rglob("*") if file.is_file() and file.stat().st_size)
    file = data.draw(st.sampled_from(files))
    before = file.read_bytes()
    place = data.draw(st.integers(0, len(before) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != before[place]))
    file.write_bytes(before[:place] + bytes([byte]) + before[place + 1 :])
    try:
        assert file.relative_to(one_bag).as_posix() in {path for _fault, path in _differences(one_bag)}
    finally:
        file.write_bytes(before)
    assert _differences(one_bag) == []


def test_missing_and_extra_files_are_named(bag: Path) -> None:
    (bag / "data/a.txt").unlink()
    (bag / "data/new.txt").write_text("x")
    (bag / "beside.txt").write_text("x")
    (bag / "data/empty").write_text("not so any more")
    assert _differences(bag) == [
        ("extra", "beside.txt"), ("missing", "data/a.txt"), ("changed", "data/empty"), ("extra", "data/new.txt"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"])
def test_a_missing_list_is_named(bag: Path, name: str) -> None:
    (bag / name).unlink()
    assert ("missing", name) in _differences(bag)


def test_what_is_no_bag_is_refused(bag: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with pytest.raises(InputError, match=r"bagit\.txt"):
        _differences(tmp_path / "other")
    (bag / "fetch.txt").write_text("http://example.org/x 1 data/x\n")
    with pytest.raises(InputError, match="fetch"):
        _differences(bag)


def test_another_version_is_refused(bag: Path) -> None:
    (bag / "bagit.txt").write_text(DECLARATION.replace("1.0", "1.7"))
    tags = (bag / "tagmanifest-sha256.txt").read_text().splitlines()
    from workshop.exchange.bags import file_digest

    lines = [f"{file_digest(bag / 'bagit.txt')}  bagit.txt" if line.endswith(" bagit.txt") else line for line in tags]
    (bag / "tagmanifest-sha256.txt").write_text("\n".join(lines) + "\n")
    with pytest.raises(InputError, match="version"):
        _differences(bag)


@pytest.mark.parametrize(
    "name",
    ["../x", "data/../../x", "/etc/passwd", "C:/x", "c:x", "data\\x", "~/x", "a//b", "./a", "a/.", "", "a/ b", "a/b.",
     "con", "data/NUL.txt", "a\x00b", "a\nb", "a:b", "x" * 300, "a/\udcff"],
)  # fmt: skip
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    with pytest.raises(InputError):
        check_name(name)


@pytest.mark.parametrize("pair", [("data/A.txt", "data/a.txt"), ("data/가", "data/\u1100\u1161"), ("x", "x")])
def test_names_that_are_one_file_elsewhere_are_refused(pair: tuple[str, str]) -> None:
    with pytest.raises(InputError):
        check_names("".join(name) for name in pair)


def test_a_manifest_that_points_out_of_the_bag_is_refused_and_nothing_is_read(bag: Path) -> None:
    outside = bag.parent / f"{bag.name}-evil"
    outside.mkdir()
    (outside / "x").write_text("secret")
    for name in ("data/../../보관-evil/x", "../보관-evil/x", "/etc/passwd"):
        copy = shutil.copytree(bag, bag.with_name("copy"))
        with (copy / "manifest-sha256.txt").open("a") as stream:
            stream.write(f"{'0' * 64}  {name}\n")
        from workshop.exchange.bags import file_digest

        tags = (copy / "tagmanifest-sha256.txt").read_text().splitlines()[:-1]
        lines = [*tags, f"{file_digest(copy / 'manifest-sha256.txt')}  manifest-sha256.txt"]
        (copy / "tagmanifest-sha256.txt").write_text("\n".join(lines) + "\n")
        with pytest.raises(InputError):
            _differences(copy)
        shutil.rmtree(copy)


def test_links_and_pipes_are_refused(bag: Path) -> None:
    (bag / "data/link").symlink_to("/etc/hostname")
    with pytest.raises(InputError, match="link"):
        _differences(bag)
    (bag / "data/link").unlink()
    (bag / "data/way").symlink_to(bag, target_is_directory=True)
    with pytest.raises(InputError, match="link"):
        _differences(bag)


def test_a_zip_file_gives_the_same_bag_and_the_same_bytes(bag: Path, tmp_path: Path) -> None:
    finished(pack(bag, tmp_path / "one.zip"))
    (tmp_path / "inside").mkdir()
    assert _differences(finished(unpack(tmp_path / "one.zip", tmp_path / "inside"))) == []
    (tmp_path / "again").mkdir()
    finished(pack(bag, tmp_path / "again/one.zip"))
    assert (tmp_path / "again/one.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()


def _names(*names: str) -> Callable[[zipfile.ZipFile], None]:
    return lambda archive: [archive.writestr(name, "x") for name in names] and None


def _link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("data/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(entry, "/etc/passwd")


def _bomb(archive: zipfile.ZipFile) -> None:
    archive.writestr("data/zeros", b"\0" * (64 * 1024 * 1024), zipfile.ZIP_DEFLATED)


@pytest.mark.parametrize(
    "write",
    [_names("../x"), _names("/x"), _names("C:/x"), _names("a\\..\\..\\x"), _names("A", "a"), _names("가", "\u1100\u1161"),
     _link, _bomb],
)  # fmt: skip
def test_a_zip_file_with_tricks_is_refused_and_nothing_leaves_its_folder(
    tmp_path: Path, write: Callable[[zipfile.ZipFile], None]
) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        write(archive)
    (tmp_path / "inside").mkdir()
    with pytest.raises(InputError):
        finished(unpack(tmp_path / "bad.zip", tmp_path / "inside"))
    assert {path.name for path in tmp_path.iterdir()} == {"bad.zip", "inside"}
    assert not any((tmp_path / "inside").iterdir())


def test_a_zip_file_that_lies_of_its_sizes_unpacks_no_more_than_it_says(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/zeros", b"\0" * 100_000)
        archive.writestr("other", b"")
    content = bytearray((tmp_path / "bad.zip").read_bytes())
    at = content.find(b"PK\x01\x02")
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")  # says that it is ten bytes large
    (tmp_path / "bad.zip").write_bytes(content)
    (tmp_path / "inside").mkdir()
    finished(unpack(tmp_path / "bad.zip", tmp_path / "inside"))
    assert (tmp_path / "inside/data/zeros").stat().st_size <= 10


def test_a_damaged_file_in_a_zip_file_is_named(bag: Path, tmp_path: Path) -> None:
    finished(pack(bag, tmp_path / "one.zip"))
    content = bytearray((tmp_path / "one.zip").read_bytes())
    at = content.find("deep/b 한글.csv".encode()) + len("deep/b 한글.csv".encode())
    content[at + 22 : at + 26] = b"\xff" * 4
    (tmp_path / "one.zip").write_bytes(content)
    (tmp_path / "inside").mkdir()
    assert _differences(finished(unpack(tmp_path / "one.zip", tmp_path / "inside"))) == [
        ("changed", "data/deep/b 한글.csv")
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive at all" * 100])
def test_what_is_no_zip_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.zip").write_bytes(content)
    (tmp_path / "inside").mkdir()
    with pytest.raises(InputError):
        finished(unpack(tmp_path / "bad.zip", tmp_path / "inside"))


def test_too_many_files_and_too_many_bytes_are_refused(bag: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bag_paths, "MOST_FILES", 5)
    with pytest.raises(InputError, match="more than"):
        _differences(bag)
    monkeypatch.setattr(bag_paths, "MOST_FILES", 500)
    monkeypatch.setattr(bag_paths, "MOST_BYTES", 50)
    with pytest.raises(InputError, match="larger"):
        _differences(bag)
