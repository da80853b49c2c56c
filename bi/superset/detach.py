"""Take the charts off our dashboards before they are imported again: importing adds charts and never removes one."""

from __future__ import annotations

from pathlib import Path

import yaml
from superset.app import create_app

ASSETS = Path(__file__).resolve().parent / "assets"


def main() -> None:
    """Detach them all; those that are still ours come back with the import, and none is deleted."""
    with create_app().app_context():
        from superset import db
        from superset.models.dashboard import Dashboard

        for path in ASSETS.glob("dashboards/*.yaml"):
            identity = yaml.safe_load(path.read_text(encoding="utf-8"))["uuid"]
            for dashboard in db.session.query(Dashboard).filter_by(uuid=identity):
                dashboard.slices = []
        db.session.commit()


if __name__ == "__main__":
    main()
