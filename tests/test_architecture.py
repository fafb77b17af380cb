"""The shape of the code: what may import what, what is loaded when, and how large a file grows."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 400  # lines

# One forbidden import for each contract: where it is planted, and what.
VIOLATIONS = {
    "layers": ("models/planted.py", "import workshop.services.keeping.library"),
    "models": ("models/planted.py", "import PySide6.QtCore"),
    "charts": ("charts/planted.py", "from PySide6 import QtGui"),
    "methods": ("methods/planted.py", "import sqlalchemy"),
    "reports": ("reports/planted.py", "import workshop.models.tables.base"),
    "exchange": ("exchange/planted.py", "import sqlalchemy"),
    "services": ("services/planted.py", "from PySide6 import QtCore"),
    "ui": ("ui/planted.py", "from workshop.models import database"),
}

# What a fresh process has loaded after importing a package with all its modules, or one module alone.
NOT_LOADED = {
    "workshop.models.*": "PySide6 reportlab",
    "workshop.charts.*": "PySide6 sqlalchemy reportlab",
    "workshop.methods.*": "PySide6 sqlalchemy reportlab",
    "workshop.reports.*": "PySide6 sqlalchemy",
    "workshop.exchange.*": "PySide6 sqlalchemy reportlab",
    "workshop.services.*": "PySide6",
    "workshop.ui.main_window": "sqlalchemy alembic reportlab",
    "workshop.cli": "sqlalchemy alembic reportlab PySide6",
}
IMPORT_AND_LIST = """
import importlib, pkgutil, sys
name, wanted = sys.argv[1].removesuffix(".*"), sys.argv[2].split()
package = importlib.import_module(name)
if sys.argv[1].endswith(".*"):
    found = [module.name for module in pkgutil.walk_packages(package.__path__, name + ".")]
    assert found, "the package is empty"
    for module in found:
        if not module.endswith("migrations.env"):  # only Alembic can run this one
            importlib.import_module(module)
print(*[module for module in wanted if module in sys.modules])
"""


def lint_imports(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_every_contract_is_kept():
    checked = lint_imports(ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_planted_violation_breaks_its_contract(contract, tmp_path):
    place, statement = VIOLATIONS[contract]
    shutil.copytree(ROOT / "workshop", tmp_path / "workshop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "workshop" / place).write_text(statement + "\n")
    checked = lint_imports(tmp_path, "--contract", contract)
    assert checked.returncode == 1
    assert "planted" in checked.stdout
    assert "BROKEN" in checked.stdout


def test_a_stray_module_has_to_choose_a_layer(tmp_path):
    shutil.copytree(ROOT / "workshop", tmp_path / "workshop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "workshop" / "utils.py").touch()
    assert "utils" in lint_imports(tmp_path, "--contract", "layers").stdout


@pytest.mark.parametrize("name", NOT_LOADED)
def test_a_fresh_process_loads_no_more_than_it_needs(name):
    command = [sys.executable, "-c", IMPORT_AND_LIST, name, NOT_LOADED[name]]
    loaded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert loaded.returncode == 0, loaded.stderr
    assert loaded.stdout.split() == []


def test_no_file_outgrows_its_room():
    sizes = {
        file.relative_to(ROOT).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for folder in ("workshop", "packaging", "tests")
        for file in (ROOT / folder).rglob("*.py")
        if "migrations/versions" not in file.as_posix()  # a revision is a frozen list of what was made
    }
    assert {name: lines for name, lines in sizes.items() if lines > LONGEST_FILE} == {}
