"""All views there are, collected from the files in `views/`, each of which has a tuple `VIEWS`."""

from importlib import import_module
from pkgutil import iter_modules

from tests.gallery import views
from tests.gallery.view import View


def all_views() -> list[View]:
    """Every view, by name."""
    modules = [import_module(f"{views.__name__}.{found.name}") for found in iter_modules(views.__path__)]
    return sorted((view for module in modules for view in module.VIEWS), key=lambda view: view.name)
