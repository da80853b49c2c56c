"""Which articles have arrived in a folder: new or changed, and no longer being written."""

from __future__ import annotations

import time
from pathlib import Path

Look = dict[Path, tuple[int, int]]


class Arrivals:
    """Looks at a folder now and then; a file counts once two looks, `settle` seconds apart, find it the same.

    Looking works on every file system, network shares and container volumes too, where notifications do not.
    """

    def __init__(self, folder: Path, settle: float) -> None:
        self._folder = folder
        self._settle = settle
        self._done: Look = look(folder)
        self._seen: Look = self._done
        self._seen_at = time.monotonic()

    def forget(self) -> None:
        """Count everything that is there as new."""
        self._done = {}

    def settled(self) -> bool:
        """Whether articles arrived, changed or left since the last time this was true, and nothing moves any more."""
        now = look(self._folder)
        if now != self._seen:
            self._seen, self._seen_at = now, time.monotonic()
            return False
        if now == self._done or time.monotonic() - self._seen_at < self._settle:
            return False
        self._done = now
        return True


def look(folder: Path) -> Look:
    """Size and time of change of each visible file below a folder; of none when the folder is not there."""
    found: Look = {}
    for path in folder.rglob("*"):
        if any(part.startswith(".") for part in path.relative_to(folder).parts) or path.name.endswith(
            (".part", ".partial", ".tmp", ".crdownload", "~")
        ):
            continue
        try:
            status = path.stat()
        except OSError:
            continue  # it left between the two calls
        if path.is_file():
            found[path] = (status.st_size, status.st_mtime_ns)
    return found
