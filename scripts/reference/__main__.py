"""Write docs/reference/command-line.md and docs/reference/columns.md (`make docs`); with --check, say what is stale."""

from __future__ import annotations

import sys

from scripts.reference.pages import PAGES, REFERENCE

stale = []
for name, page in PAGES.items():
    path, text = REFERENCE / name, page()
    if path.exists() and path.read_text(encoding="utf-8") == text:
        continue
    stale.append(name)
    if "--check" not in sys.argv:
        path.write_text(text, encoding="utf-8")
        print(f"written: {path}")
if stale and "--check" in sys.argv:
    sys.exit(f"not up to date: {', '.join(stale)}; run make docs")
