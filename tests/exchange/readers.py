"""Independent programs that read our files back, quiet at import."""

import warnings
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pabutools.election import parse_pabulib
    from preflibtools.instances import get_parsed_instance


def preflib(content: bytes, place: Path) -> Any:
    """What preflibtools makes of a file of this ending."""
    place.write_bytes(content)
    return get_parsed_instance(str(place))


def pabulib(content: bytes, place: Path) -> tuple[Any, Any]:
    """The instance and profile that pabutools makes of a file."""
    place.write_bytes(content)
    return parse_pabulib(str(place))
