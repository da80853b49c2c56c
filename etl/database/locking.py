"""Locks between processes on files: the kernel frees them when their holder dies."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from etl.errors import DatabaseError, LockedError


@contextlib.contextmanager
def locked(path: Path, *, shared: bool = False) -> Iterator[int]:
    """Wait for a lock on `path` and hold it inside the block; gives its descriptor."""
    with _opened(path) as descriptor:
        fcntl.flock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield descriptor


@contextlib.contextmanager
def sole(path: Path, what: str) -> Iterator[None]:
    """Hold a lock on `path` inside the block, or say at once that `what` runs already."""
    with _opened(path) as descriptor:
        if not is_only_holder(descriptor):
            raise LockedError(f"{what} runs already on {path.parent}", "stop it first")
        yield


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise not_writable(path.parent, error) from error
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def is_only_holder(descriptor: int) -> bool:
    """Whether no other process holds the lock: then it is ours alone, else a shared one of ours is given up."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def not_writable(folder: Path, error: OSError) -> DatabaseError:
    """The one line for a state folder that cannot be written: read-only, full, or another user's."""
    return DatabaseError(
        f"{folder}: cannot be written ({error.strerror})", "point WAREHOUSE_HOME at a writable folder with space"
    )
