"""Every reusable widget in its typical states: normal, chosen, disabled, empty, with long words, with many things in it."""

from tests.gallery.widgets import acting, charts, passing, telling, writing
from tests.gallery.widgets.specimen import Specimen

WIDGETS: tuple[Specimen, ...] = (
    *acting.SPECIMENS, *charts.SPECIMENS, *passing.SPECIMENS, *telling.SPECIMENS, *writing.SPECIMENS,
)  # fmt: skip
