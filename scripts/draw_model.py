"""Draw the diagrams of docs/explanation/model.md anew from dbt's manifest: python scripts/draw_model.py MANIFEST."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from etl.settings import PROJECT_DIR
from etl.transform.diagram import layers, star

PAGE = PROJECT_DIR / "docs" / "explanation" / "model.md"


def redrawn(page: str, manifest: dict[str, object]) -> str:
    """The page with both of its diagrams as the manifest has them."""
    for name, diagram in (("layers", layers(manifest)), ("star", star(manifest))):
        before, after = re.split(rf"(?<=<!-- {name} -->\n)```mermaid\n.*?```\n", page, maxsplit=1, flags=re.DOTALL)
        page = f"{before}```mermaid\n{diagram}\n```\n{after}"
    return page


def main() -> None:
    """Rewrite the page in place."""
    manifest = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    PAGE.write_text(redrawn(PAGE.read_text(encoding="utf-8"), manifest), encoding="utf-8")


if __name__ == "__main__":
    main()
