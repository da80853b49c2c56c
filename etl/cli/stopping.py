"""A clean end for what is told to stop: Ctrl-C and SIGTERM alike."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

from etl.cli.failures import INTERRUPTED, TERMINATED, Terminated

Handler = Callable[[int, FrameType | None], None]


@contextlib.contextmanager
def interruptible() -> Iterator[list[KeyboardInterrupt]]:
    """Inside the block, SIGTERM raises as Ctrl-C does, and the processes that help this one end without a word.

    Gives the list of what was raised: libraries such as dbt turn it into failures of their own.
    """
    owner = os.getpid()
    raised: list[KeyboardInterrupt] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        if os.getpid() != owner:
            os._exit(TERMINATED if number == signal.SIGTERM else INTERRUPTED)
        raised.append(Terminated() if number == signal.SIGTERM else KeyboardInterrupt())
        raise raised[-1]

    with _handled(stop):
        yield raised


@contextlib.contextmanager
def until_stopped() -> Iterator[threading.Event]:
    """Inside the block, Ctrl-C and SIGTERM set the event instead of ending the process where it stands."""
    stopped = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    with _handled(stop):
        yield stopped


@contextlib.contextmanager
def _handled(handler: Handler) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what signals do
        return
    before = {number: signal.signal(number, handler) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)
