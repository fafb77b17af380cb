"""`python -m tests.gallery --out DIR`: draws every widget, page and state in every theme and language."""

import argparse
import html
import os
import sys
import time
import traceback
from fnmatch import fnmatch
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Asia/Seoul"  # no summer time, so that pictures are the same everywhere
if hasattr(time, "tzset"):
    time.tzset()

from tests.gallery.catalogue import all_views
from tests.gallery.hall import hall
from tests.gallery.looks import LANGUAGES, SCALES, SIZES, THEMES, Look
from tests.gallery.view import View
from tests.gallery.widgets import WIDGETS
from tests.gallery.widgets.specimen import draw as draw_widget
from workshop.app import make_application


def main() -> None:
    """Draw what the arguments ask for; by default everything in Korean and English and in all themes, at 1366×768.

    A view that cannot be reached any more is told with its error; the others are drawn, and the exit code is 1.
    """
    options = _arguments().parse_args()
    out: Path = options.out
    make_application(["gallery"])
    sizes = [(int(w), int(h)) for w, _, h in (size.partition("x") for size in options.size)]
    looks = [Look(*parts) for parts in product(options.language, options.theme, options.scale, sizes)]
    drawn: dict[str, list[Path]] = {}
    failed: list[str] = []
    for view in all_views():
        if not any(fnmatch(view.name, pattern) for pattern in options.only):
            continue
        try:
            drawn[view.name] = [draw(view, look, out) for look in looks]
        except Exception:
            traceback.print_exc()
            failed.append(view.name)
        print(view.name, flush=True)  # noqa: T201
    for specimen in WIDGETS:
        name = f"widget/{specimen.name}"
        if any(fnmatch(name, pattern) for pattern in options.only):
            alone = {look.with_(size=SIZES[0]) for look in looks}  # a widget has a size of its own
            drawn[name] = [draw_widget(specimen, look, out) for look in sorted(alone, key=str)]
            print(name, flush=True)  # noqa: T201
    (out / "index.html").write_text(_index(drawn, out), encoding="utf-8")
    print(out / "index.html")  # noqa: T201
    if failed or not drawn:
        sys.exit(f"not drawn: {', '.join(failed) or 'anything'}")


def draw(view: View, look: Look, out: Path) -> Path:
    """One view in one look, as a PNG."""
    file = out / f"{view.name}-{look}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    with hall(view.library, look) as place:
        view.show(place).grab().save(str(file))
    return file


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures and an index.html")
    parser.add_argument(
        "--only", nargs="+", default=["*"], metavar="PATTERN", help='by name, such as "run/*" or "widget/*"'
    )
    parser.add_argument("--language", nargs="+", default=["ko", "en"], choices=LANGUAGES)
    parser.add_argument("--theme", nargs="+", default=list(THEMES), choices=THEMES)
    parser.add_argument("--scale", nargs="+", type=int, default=[100], choices=SCALES)
    parser.add_argument("--size", nargs="+", default=["1366x768"], choices=[f"{w}x{h}" for w, h in SIZES])
    return parser


def _index(drawn: dict[str, list[Path]], out: Path) -> str:
    """A page with all pictures, view by view."""
    parts = ["<!doctype html><meta charset=utf-8><title>Gallery</title><style>img{width:32%;margin:4px}</style>"]
    for name, files in drawn.items():
        places = [html.escape(file.relative_to(out).as_posix()) for file in files]
        pictures = "".join(f'<a href="{place}"><img src="{place}" alt="{place}" loading=lazy></a>' for place in places)
        parts.append(f"<h2>{html.escape(name)}</h2>{pictures}")
    return "\n".join(parts)


if __name__ == "__main__":
    main()
