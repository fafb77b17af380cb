"""What kind of place a folder is: on this computer, on a network, on a drive that can be unplugged, copied by a program.

What the system does not tell is taken to be usual: a warning is given where it is known to be right, not on suspicion.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

from workshop.models.records.places import PlaceKind

_MOUNTS = Path("/proc/self/mounts")
_NETWORK = {
    "9p", "afs", "afpfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs", "ncpfs",
    "nfs", "nfs4", "smb3", "smbfs", "webdav",
}  # fmt: skip
_UNPLUGGED = ("/media/", "/run/media/", "/Volumes/")
_SYNCING = (
    ("Dropbox", r"dropbox( \(.*\))?"),
    ("OneDrive", r"onedrive( - .*|-.*)?"),
    ("Google Drive", r"google ?drive.*|my drive|내 드라이브"),
    ("iCloud", r"icloud ?drive|mobile documents|com~apple~clouddocs"),
    ("Nextcloud", r"nextcloud"),
    ("ownCloud", r"owncloud"),
    ("Box", r"box( sync)?"),
    ("MYBOX", r"(naver ?|네이버 ?)?mybox"),
    ("Synology Drive", r"synologydrive"),
)
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4  # answers of Windows


def kind_of_place(folder: Path) -> tuple[PlaceKind, str]:
    """The kind of a folder that may not exist yet, and the service that copies it where it is synced."""
    service = syncing_service(folder.parts)
    if service:
        return PlaceKind.SYNCED, service
    if sys.platform == "win32":
        return _kind_on_windows(folder), ""
    try:
        place = folder.resolve().as_posix()
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace") if _MOUNTS.exists() else ""
    except OSError:
        return PlaceKind.USUAL, ""
    return kind_of_mount(place, mounts), ""


def syncing_service(parts: Iterable[str]) -> str:
    """The service whose folder is among the parts of a path, or an empty text."""
    for part in parts:
        for service, pattern in _SYNCING:
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return service
    return ""


def kind_of_mount(place: str, mounts: str) -> PlaceKind:
    """The kind of an absolute place, by the table of mounts as Linux writes it (empty elsewhere)."""
    best, kind_of_best = "", ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), parts[1])
        if PurePath(place).is_relative_to(point) and len(point) >= len(best):
            best, kind_of_best = point, parts[2]
    if kind_of_best in _NETWORK:
        return PlaceKind.NETWORK
    if f"{place}/".startswith(_UNPLUGGED) and (not mounts or f"{best}/".startswith(_UNPLUGGED)):
        return PlaceKind.REMOVABLE
    return PlaceKind.USUAL


def _kind_on_windows(folder: Path) -> PlaceKind:
    if folder.drive.startswith("\\\\"):
        return PlaceKind.NETWORK
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]
    return {_DRIVE_REMOVABLE: PlaceKind.REMOVABLE, _DRIVE_REMOTE: PlaceKind.NETWORK}.get(kind, PlaceKind.USUAL)  # pyright: ignore[reportUnknownArgumentType]
