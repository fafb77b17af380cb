"""The Python distributions that ship with the application, found at run time by what each says it needs."""

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

OWN = "living-lab-workshop"
# What pyproject.toml asks for, where a built program has no metadata of its own; a test holds the two together.
NEEDED = (
    "alembic", "babel", "bagit", "msgspec", "openpyxl", "pikepdf", "pillow", "platformdirs", "pynacl", "pypdfium2",
    "pyside6-essentials", "rapidfuzz", "reportlab", "scikit-learn", "segno", "setuptools", "sqlalchemy",
)  # fmt: skip
_LONGEST = 60  # characters; what is longer is a licence's text or a remark rather than its name


@dataclass(frozen=True, slots=True)
class DistributionPart:
    """One distribution; `version` and `licence` are empty where its metadata is missing or does not say."""

    name: str
    version: str = ""
    licence: str = ""
    address: str = ""
    text: str = ""
    found: bool = True


def shipped_distributions() -> list[DistributionPart]:
    """What is needed, and what that needs in turn, by name; what is needed and cannot be found is in the list too."""
    try:
        needed = _requirements(distribution(OWN)) or [(name, False) for name in NEEDED]
    except PackageNotFoundError:
        needed = [(name, False) for name in NEEDED]
    parts: dict[str, DistributionPart] = {}
    waiting = list(needed)
    while waiting:
        name, conditional = waiting.pop()
        key = canonical(name)
        if key in parts:
            continue
        try:
            found = distribution(name)
        except PackageNotFoundError:
            if not conditional:  # else it is needed on another system or version of Python
                parts[key] = DistributionPart(name, found=False)
            continue
        parts[key] = _part(found)
        waiting += _requirements(found)
    return sorted(parts.values(), key=lambda part: part.name.casefold())


def licence_text(found: Distribution) -> str:
    """Every licence file of a distribution, one after the other; empty where it has none."""
    texts: dict[str, str] = {}
    for file in found.files or ():
        inside = file.as_posix().partition(".dist-info/")[2]
        if not re.match(r"(licenses/|licen[cs]e|copying|notice)", inside, re.IGNORECASE):
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        texts[inside.removeprefix("licenses/")] = text.strip("\n")
    if len(texts) == 1:
        return next(iter(texts.values()))
    return "\n\n\n".join(f"{name}\n{'-' * len(name)}\n\n{text}" for name, text in sorted(texts.items()))


def canonical(name: str) -> str:
    """A name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _requirements(found: Distribution) -> list[tuple[str, bool]]:
    """The names that a distribution needs, and whether only under a condition; extras are left out."""
    needed = []
    for line in found.requires or ():
        words, _, marker = line.partition(";")
        name = re.match(r"[A-Za-z0-9._-]+", words.strip())
        if name and "extra" not in marker:
            needed.append((name[0], bool(marker.strip())))
    return needed


def _part(found: Distribution) -> DistributionPart:
    data = found.metadata
    addresses = dict(line.partition(", ")[::2] for line in data.get_all("Project-URL") or ())
    address = data.get("Home-page") or next(
        (addresses[name] for name in addresses if name.lower() in {"homepage", "source", "repository"}), ""
    )
    return DistributionPart(
        data["Name"], found.version, _licence(found), "" if address == "UNKNOWN" else address, licence_text(found)
    )


def _licence(found: Distribution) -> str:
    """The name of the licence: as an expression, in a word, or by the classifiers."""
    data = found.metadata
    if expression := data.get("License-Expression"):
        return expression
    stated = (data.get("License") or "").strip()
    if stated and stated != "UNKNOWN" and len(stated) <= _LONGEST and "\n" not in stated:
        return stated
    classes = [line.split(" :: ")[-1] for line in data.get_all("Classifier") or () if line.startswith("License ::")]
    if classes:
        return ", ".join(classes)
    return stated.split("\n")[0][:_LONGEST]
