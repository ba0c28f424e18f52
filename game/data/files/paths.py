"""Where the family's diary and the flattened pictures are kept."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import platformdirs

if sys.platform == "win32":
    import ctypes

APP = "barefoot-trail"
JOURNAL = "journal.sqlite"
BACKUPS = "backups"
CHECKPOINT = "checkpoint.json"  # what the last session left for a quick start: a cache
FIRST_LOOK = "checkpoint-first-look.json"  # the same, of what its first picture shows
LEVELS = "levels"  # a family's own exercises and programmes, beside the diary
LANGUAGES = "languages"  # a family's or a clinic's own languages, beside the diary
OWN_LOCALE = "locale.yaml"  # how one of them writes
STAMP = "%Y-%m-%d-%H%M%S"  # in the name of a copy or of what is kept aside: local time
LOG, REPORT = "log.txt", "diary-report.txt"  # a mistake of ours; what was found out about a damaged diary
TRIES = "damaged-card/tries.sqlite"  # PINs typed while the diary is damaged; a folder of its own, for it is no diary
VARIABLE = "BAREFOOT_DATA"
log = logging.getLogger(__name__)


def data_dir(asked: str | None = None) -> Path:
    """The folder asked for, else the one the environment names, else the platform's own for such data."""
    chosen = asked or os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    return platformdirs.user_data_path(APP, appauthor=False)


def cache_dir() -> Path | None:
    """A folder for what can be made again; None when none can be had."""
    folder = platformdirs.user_cache_path(APP, appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        log.info("no cache: %s", error)
        return None
    return folder


def private_folder(folder: Path) -> Path:
    """The folder, made if need be, for its owner alone; OSError when it cannot be made."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def sync_folder(folder: Path) -> None:
    """Names made or moved in the folder reach the disk; nothing where the system has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


NETWORKS = ("9p", "afs", "ceph", "cifs", "davfs", "fuse.rclone", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs")
REMOTE = 4  # what Windows calls a drive of another computer (fileapi.h)


def network_of(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """The kind of network a folder lies on, where the system tells; "" for a disk of this computer."""
    if sys.platform == "win32":
        drive = folder.absolute().anchor
        is_remote = drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == REMOTE
        return "network drive" if is_remote else ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    here = folder.resolve()
    kinds = {Path(line.split()[1].replace("\\040", " ")): line.split()[2] for line in lines if len(line.split()) > 2}
    nearest = next((kinds[place] for place in (here, *here.parents) if place in kinds), "")
    return nearest if nearest in NETWORKS else ""
