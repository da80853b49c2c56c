"""Import dbt while something else is waited for."""

from __future__ import annotations

import importlib
import threading

MODULES = ("dbt.cli.main", "dbt.adapters.postgres")


def preload() -> None:
    """Begin to import dbt beside the caller; a build that comes sooner waits for the rest of it."""
    threading.Thread(target=_import, name="import dbt", daemon=True).start()


def _import() -> None:
    for name in MODULES:
        importlib.import_module(name)
