"""Great Expectations' Data Docs of the rows that were judged last, made to open from disk.

As they come, the pages load sixteen files from the network and are bare without it. Those are taken out, and one
style sheet of ours does what the pages need; the index, which a script would fill, is written here.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from etl.audit.scope import SCHEMA, drop_scope, fill_plausible, fill_scope, scope_table
from etl.audit.suites import Suite, load_suites
from etl.database import Database
from etl.database.roles import TRANSFORMER
from etl.publish import refresh_lock
from etl.publish.standby import LIVE
from etl.settings import Settings

LOCK_WAIT = 120.0  # seconds
EXTERNAL = re.compile(
    r"<link\b[^>]*(?:https?://|shortcut icon)[^>]*>|<script\b[^>]*\bsrc=[\"']https?://[^>]*>\s*</script>|<script\b(?![^>]*\bsrc=).*?</script>",
    re.S,
)
REMOTE = re.compile(r"url\([\"']?https?://[^)]*\)")
FOOTER = re.compile(r"<footer\b.*?</footer>", re.S)
LOGO = re.compile(r"<img\b[^>]*https?://[^>]*>")
BEHAVIOUR = """<script>
document.querySelectorAll("[data-toggle=collapse]").forEach(link => link.addEventListener("click", event => {
  event.preventDefault(); document.getElementById(link.getAttribute("href").slice(1))?.classList.toggle("show");
}));
function showAllValidations() { document.body.classList.remove("failed-only"); }
function hideSucceededValidations() { document.body.classList.add("failed-only"); }
</script></body>"""


def build_data_docs(database: Database, settings: Settings) -> Path:
    """Judge the current documents and what was built last once more, and write the pages; returns the index."""
    folder = settings.reports_dir / "data_docs"
    shutil.rmtree(folder, ignore_errors=True)
    suites = load_suites(settings.expectations_dir)
    with (
        refresh_lock(database, LOCK_WAIT, purpose="data docs"),  # a refresh judges in the same tables
        database.connect(TRANSFORMER, autocommit=True) as connection,
    ):
        fill_plausible(connection, settings.seeds_dir)
        current = connection.execute("SELECT load_id FROM staging.document WHERE is_current").fetchall()
        for suite in suites:
            fill_scope(connection, suite, {"load_ids": [load_id for (load_id,) in current]}, built=LIVE)
        results = _render(database, suites, folder)
        drop_scope(connection, suites)
    shutil.rmtree(folder / "static", ignore_errors=True)  # logos and fonts that no page of these uses
    shutil.copy(Path(__file__).with_name("data_docs.css"), folder)
    for page in folder.rglob("*.html"):
        page.write_text(offline(page.read_text(encoding="utf-8"), _up(page, folder)), encoding="utf-8")
    rows = [{"name": suite.name, "table": suite.table, **results[suite.name]} for suite in suites]
    for row in rows:
        row["page"] = next((folder / "validations" / str(row["name"])).rglob("*.html")).relative_to(folder).as_posix()
    index = folder / "index.html"
    pages = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=select_autoescape(["html", "j2"]))
    index.write_text(pages.get_template("data_docs.html.j2").render(rows=rows), encoding="utf-8")
    return index


def offline(page: str, up: str) -> str:
    """The page without what it loads or scripts; `up` leads to the folder of the style sheet."""
    page = LOGO.sub("Data Docs", FOOTER.sub("", EXTERNAL.sub("", page)))
    page = REMOTE.sub("none", page)
    page = page.replace("</head>", f'<link rel="stylesheet" href="{up}data_docs.css"></head>', 1)
    return page.replace("</body>", BEHAVIOUR, 1)


def _up(page: Path, folder: Path) -> str:
    return "../" * (len(page.relative_to(folder).parts) - 1)


def _render(database: Database, suites: list[Suite], folder: Path) -> dict[str, dict[str, Any]]:
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    for name in list(context.get_site_names()):
        context.delete_data_docs_site(name)
    store = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder)}
    index = {"class_name": "DefaultSiteIndexBuilder", "show_cta_footer": False}
    site = {
        "class_name": "SiteBuilder",
        "store_backend": store,
        "site_index_builder": index,
        "show_how_to_buttons": False,
    }
    context.add_data_docs_site("warehouse", site)
    url = database.url(TRANSFORMER).render_as_string(hide_password=False)
    source = context.data_sources.add_postgres("warehouse", connection_string=url)
    results: dict[str, dict[str, Any]] = {}
    for suite in suites:
        asset = source.add_table_asset(suite.name, table_name=scope_table(suite), schema_name=SCHEMA)
        rows = asset.add_batch_definition_whole_table("rows in scope")
        expectations = [dict(expectation) for expectation in suite.content["expectations"]]
        rules = context.suites.add(gx.ExpectationSuite(name=suite.name, expectations=expectations))
        definition = context.validation_definitions.add(
            gx.ValidationDefinition(name=suite.name, data=rows, suite=rules)
        )
        checkpoint = gx.Checkpoint(name=suite.name, validation_definitions=[definition], result_format="SUMMARY")
        outcome = context.checkpoints.add(checkpoint).run(run_id=gx.RunIdentifier(run_name="latest"))
        found = next(iter(outcome.run_results.values())).results
        results[suite.name] = {"held": sum(1 for result in found if result.success), "rules": len(found)}
    context.build_data_docs()
    return results
