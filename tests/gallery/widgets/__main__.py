"""`python -m tests.gallery.widgets --out DIR`: draws every reusable widget in every theme, in Korean and English."""

import argparse
import os
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.gallery.looks import LANGUAGES, SCALES, THEMES, Look
from tests.gallery.widgets import WIDGETS
from tests.gallery.widgets.specimen import draw
from workshop.app import make_application


def main() -> None:
    """Draw what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery.widgets", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument(
        "--only", nargs="+", default=["*"], metavar="PATTERN", help='widgets by name, such as "*-chart"'
    )
    parser.add_argument("--language", nargs="+", default=["ko", "en"], choices=LANGUAGES)
    parser.add_argument("--theme", nargs="+", default=list(THEMES), choices=THEMES)
    parser.add_argument("--scale", nargs="+", type=int, default=[100], choices=SCALES)
    options = parser.parse_args()
    make_application(["gallery"])
    for specimen in WIDGETS:
        if any(fnmatch(specimen.name, pattern) for pattern in options.only):
            for parts in product(options.language, options.theme, options.scale):
                draw(specimen, Look(*parts), options.out)
            print(specimen.name, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
