"""The way from a fresh checkout to a running application, as far as it can be tried on a machine that has gone it."""

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def bootstrap(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    import bootstrap

    return bootstrap


@pytest.fixture
def system_packages(bootstrap):
    return bootstrap.system_packages


def test_a_stamp_is_current_for_the_same_content_only(bootstrap, monkeypatch, tmp_path):
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", tmp_path)
    stamp = bootstrap.Stamp("run", b"one")
    assert not stamp.is_current()
    stamp.set()
    assert stamp.is_current()
    assert not bootstrap.Stamp("run", b"two").is_current()
    assert not bootstrap.Stamp("test", b"one").is_current()


def test_missing_libraries_are_named_as_debian_names_them(system_packages, monkeypatch):
    monkeypatch.setattr(system_packages, "_has_library", lambda name: name not in {"EGL", "xcb-cursor"})
    missing = system_packages.missing_packages(for_tests=False)
    assert set(missing) - {"python3-venv"} == {"libegl1", "libxcb-cursor0"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring all libraries")
def test_where_nothing_may_be_installed_it_is_said_what_to_install(system_packages, monkeypatch):
    monkeypatch.setattr(system_packages, "missing_packages", lambda **_: ["libegl1", "python3-venv"])
    monkeypatch.setattr(system_packages, "_apt_command", lambda: None)
    with pytest.raises(system_packages.MissingError, match="apt-get install libegl1 python3-venv"):
        system_packages.install_missing(for_tests=False)


def test_a_machine_that_has_everything_calls_no_installer(system_packages, monkeypatch):
    monkeypatch.setattr(system_packages, "missing_packages", lambda **_: [])
    monkeypatch.setattr(system_packages, "_quietly", lambda command: pytest.fail(f"called {command}"))
    system_packages.install_missing(for_tests=True)


def test_every_check_runs_and_one_that_fails_decides(bootstrap, monkeypatch, capfd):
    monkeypatch.setattr(bootstrap, "program", lambda name: Path(sys.executable))
    checks = [("style", ["ruff", "-c", "raise SystemExit(1)"]), ("tests", ["pytest", "-c", "print('tests ran')"])]
    monkeypatch.setattr(bootstrap, "CHECKS", checks)
    assert bootstrap.test([]) == 1
    said = capfd.readouterr().out
    assert "tests ran" in said
    assert "Failed: style" in said


def test_an_unknown_task_is_answered_with_the_tasks_there_are():
    command = [sys.executable, str(ROOT / "packaging" / "bootstrap.py"), "dance"]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == 2
    assert "bootstrap.py run" in answer.stdout


def test_the_readme_names_commands_that_exist():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"^([\w ]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    known = {name for line in targets for name in line.split()}
    assert set(re.findall(r"make (\w+)(?=`|\n| +#)", readme)) <= known
    assert set(re.findall(r"bootstrap\.py (\w+)", readme)) == {"run", "test"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no execute permission")
def test_what_decides_about_a_commit_can_be_started():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.skipif(os.name == "nt", reason="a script stands in for Python")
@pytest.mark.parametrize(("words", "works"), [("exit 0", True), ("exit 1", True), ("kill -9 $$", False)])
def test_an_environment_whose_installation_was_killed_is_made_anew(bootstrap, monkeypatch, tmp_path, words, works):
    stand_in = tmp_path / "python"
    stand_in.write_text(f'#!/bin/sh\ncase "$*" in *install*) {words};; esac\n')
    stand_in.chmod(0o755)
    monkeypatch.setattr(bootstrap, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(bootstrap, "program", lambda name: stand_in)
    with contextlib.suppress(subprocess.CalledProcessError):
        bootstrap._pip("--requirement", "lock")
    assert bootstrap._environment_works() is works
