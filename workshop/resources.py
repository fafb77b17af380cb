"""Where the read-only data of the application lies: fonts, icons, themes, translations, templates, the sample."""

import sys
from pathlib import Path

_INSTALLED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parent.parent / "resources"
# A built program (PyInstaller) unpacks its data beside itself and says where.
_BUILT = Path(getattr(sys, "_MEIPASS", "")) / "resources"


def resource_path(name: str) -> Path:
    """The path of a resource such as `"themes/light.toml"`; it need not exist."""
    for root in (_INSTALLED, _BUILT, _CHECKOUT):
        if root.is_dir() and root != Path("resources"):
            return root / name
    return _CHECKOUT / name
