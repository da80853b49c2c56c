"""The reference of all rules, written from the suites: `python -m etl.audit.reference > FILE`."""

from __future__ import annotations

from collections.abc import Sequence

from etl.audit.suites import Rule, Suite, load_suites
from etl.settings import PROJECT_DIR, Settings

HEAD = """# Rules that the data must keep

Written from the suites in `expectations/` by `python -m etl.audit.reference`; a test compares the two.

Each suite is Great Expectations' own JSON. The query of the same name beside it gives the rows that are judged: what
is new, and what is computed for the rules. *Critical*: in staging the document is quarantined and the others go on, in
marts the publication stops. *Warning*: it is reported.
"""
TITLES = {
    "staging": "Before the build: newly landed documents",
    "marts": "After the build: what changed in the standby",
}


def reference(suites: Sequence[Suite]) -> str:
    """The page, in Markdown."""
    parts = [HEAD]
    for stage, title in TITLES.items():
        parts.append(f"\n## {title}\n")
        parts += [_section(suite) for suite in suites if suite.stage == stage]
    return "".join(parts)


def _section(suite: Suite) -> str:
    rows = "".join(_row(rule) for rule in suite.rules)
    return (
        f"\n### `{suite.name}`\n\n"
        f"Rows of `{suite.table}`, named by {', '.join(f'`{key}`' for key in suite.keys)}.\n\n"
        f"| rule | severity | what it says | 说明 |\n| --- | --- | --- | --- |\n{rows}"
    )


def _row(rule: Rule) -> str:
    return f"| `{rule.name}` | {rule.severity} | {rule.description_en} | {rule.description_zh} |\n"


if __name__ == "__main__":
    print(reference(load_suites(Settings(home=PROJECT_DIR).expectations_dir)), end="")
