"""Files are replaced, never overwritten: a half-written file never appears under its name."""

import os
import tempfile
from pathlib import Path


def replace_file(target: Path, content: bytes) -> None:
    """Write `content` durably beside `target`, then put it in its place in one step.

    Raises OSError (full disk, no such folder, not writable); `target` is then as it was and nothing is left behind.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
