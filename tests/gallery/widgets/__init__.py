"""Every reusable widget in its typical states: normal, chosen, disabled, empty, with long words, with many things in it."""

from tests.gallery.widgets import acting, passing, telling
from tests.gallery.widgets.specimen import Specimen

WIDGETS: tuple[Specimen, ...] = (*acting.SPECIMENS, *telling.SPECIMENS, *passing.SPECIMENS)
