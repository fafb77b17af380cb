"""The box in which the ballots of a running vote are sealed (docs/secrecy.md).

At the opening a pair of keys is drawn for the vote. The public one is kept with it, so that anybody may put a ballot in; the
private one lies in a file apart from the library, is in no backup and no export, and is destroyed at the close. So a copy of
the library made while the vote runs cannot be read, neither then nor later, and two copies laid side by side show nothing
but who has voted. Sealed boxes are libsodium's (X25519, XSalsa20-Poly1305).
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from workshop import paths
from workshop.language import mark
from workshop.models import faults
from workshop.models.errors import RefusedError
from workshop.services.keeping.library import Library

if TYPE_CHECKING:
    from nacl.public import PrivateKey

# libsodium is needed only where a ballot is sealed or a box opened: it is imported there.
_BLOCK = 256
_KEY_SIZE = 32


class BallotBox:
    """An opened box, at the close of its vote."""

    def __init__(self, key: "PrivateKey") -> None:
        from nacl.public import SealedBox

        self._box = SealedBox(key)

    def open(self, sealed: bytes) -> Any:
        """What was sealed; raises RefusedError where it was not sealed in this box, or was changed."""
        from nacl.exceptions import CryptoError

        try:
            return json.loads(self._box.decrypt(sealed))
        except (CryptoError, ValueError) as error:
            raise RefusedError(
                mark("A sealed ballot of this vote was changed and cannot be read. The vote can only be annulled.")
            ) from error


def make_box(library: Library, *, poll_id: UUID) -> bytes:
    """Draw the keys of a vote and keep the private one, durable when this returns; the result is the public one.

    Raises ReadOnlyLibraryError or FullDiskError where it cannot be kept.
    """
    from nacl.public import PrivateKey

    key = PrivateKey.generate()
    file = _key_file(library, poll_id)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(bytes(key))
            stream.flush()
            os.fsync(stream.fileno())
        _sync_folder(file.parent)
    except OSError as error:
        raise faults.of_file(error, str(file.parent)) from error
    return bytes(key.public_key)


def seal(box_key: bytes, content: Mapping[str, Any], *, room: int) -> bytes:
    """Something sealed for whoever holds the private key; every content that fits in `room` bytes is equally long."""
    from nacl.public import PublicKey, SealedBox

    plain = json.dumps(content, separators=(",", ":")).encode()
    length = -(-max(len(plain), room) // _BLOCK) * _BLOCK
    return SealedBox(PublicKey(box_key)).encrypt(plain.ljust(length))


def open_box(library: Library, *, poll_id: UUID) -> BallotBox:
    """The box of a vote; raises RefusedError where its key is not on this laptop."""
    from nacl.public import PrivateKey

    try:
        return BallotBox(PrivateKey(_key_file(library, poll_id).read_bytes()))
    except (OSError, TypeError) as error:  # missing, or too short
        raise RefusedError(
            mark(
                "The key of this ballot box is not on this laptop. Close the vote on the laptop where it was opened; "
                "where this library is a backup made during the vote, the vote can only be annulled and held again."
            )
        ) from error


def has_key(library: Library, *, poll_id: UUID) -> bool:
    """Whether the key of a vote's box is on this laptop."""
    return _key_file(library, poll_id).exists()


def destroy_key(library: Library, *, poll_id: UUID) -> None:
    """Overwrite and remove the private key of a vote; what is still sealed anywhere stays so for ever."""
    file = _key_file(library, poll_id)
    try:
        with file.open("r+b") as stream:
            stream.write(os.urandom(_KEY_SIZE))
            stream.flush()
            os.fsync(stream.fileno())
        file.unlink()
        file.parent.rmdir()
    except OSError:
        return  # it is gone, or others are still in the folder


def kept_keys(library: Library) -> frozenset[UUID]:
    """The votes whose keys are on this laptop."""
    found: set[UUID] = set()
    for file in _folder(library).glob("*.key"):
        try:
            found.add(UUID(file.stem))
        except ValueError:
            continue
    return frozenset(found)


def _folder(library: Library) -> Path:
    """Beside the library, as its log is; for a library on a server in the user's own folder."""
    file = library.database.file
    return file.with_name(f"{file.name}-boxes") if file is not None else paths.data_folder() / "boxes"


def _key_file(library: Library, poll_id: UUID) -> Path:
    return _folder(library) / f"{poll_id}.key"


def _sync_folder(folder: Path) -> None:
    """Make the entry of a new file durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
