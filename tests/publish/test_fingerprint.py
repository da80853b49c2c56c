"""The fingerprint follows what dbt builds, and nothing else."""

from __future__ import annotations

from pathlib import Path

from etl.publish import fingerprint
from etl.settings import Settings


def test_it_follows_models_seeds_and_project_file(tmp_path: Path) -> None:
    project = tmp_path / "dbt_project"
    (project / "models" / "marts").mkdir(parents=True)
    model = project / "models" / "marts" / "fct_observation.sql"
    model.write_text("select 1")
    settings = Settings(home=tmp_path, project_dir=tmp_path)
    before = fingerprint(settings)
    assert fingerprint(settings) == before
    (project / "target").mkdir()
    (project / "target" / "manifest.json").write_text("{}")
    assert fingerprint(settings) == before
    model.write_text("select 2")
    changed = fingerprint(settings)
    assert changed != before
    model.rename(model.with_name("fct_claim.sql"))
    assert fingerprint(settings) not in {before, changed}
