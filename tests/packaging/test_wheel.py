"""What is installed from a wheel is whole."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_a_wheel_carries_every_resource(names):
    wanted = {
        file.relative_to(ROOT / "resources").as_posix()
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }
    assert wanted
    assert wanted <= {name.removeprefix("workshop/_resources/") for name in names}


def test_a_wheel_carries_the_package_and_nothing_beside_it(names):
    assert {"workshop/cli.py", "workshop/models/migrations/versions/r0001_first_schema.py"} <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"workshop", "living_lab_workshop"}
