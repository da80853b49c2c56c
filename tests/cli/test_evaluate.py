"""`warehouse evaluate` on an article and a gold file written here, and on the digest that ships."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from etl.cli.evaluate import command
from etl.errors import DocumentError, UsageError

TEXT = "2023年，全市服务业增加值3603.45亿元，比上年增长6.7%。\n"
FACT = {"quote": "6.7%", "start": TEXT.index("6.7%"), "value": 6.7, "unit": "%", "indicator": "服务业增加值",
        "measure": "growth_yoy", "subject": "某市", "period": "2023"}  # fmt: skip
DIGEST = Path(__file__).parents[2] / "articles" / "qingdao-two-industries.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.gold.jsonl").write_text(json.dumps(FACT), encoding="utf-8")
    (tmp_path / "a.meta.json").write_text('{"area": "某市", "published": "2024"}', encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)), catch_exceptions=False)


def test_one_article(folder: Path) -> None:
    output = run(folder / "a.gold.jsonl", folder / "a.txt", "--area", "某市", "--show").output
    assert "a: gold 1, found 2, detected 1, complete 1 | detection F1 0.667 | full-fact F1 0.667" in output
    assert "3603.45亿元  too much: 服务业增加值 level" in output
    assert "growth_yoy" in output


def test_a_folder_as_json(folder: Path) -> None:
    result = json.loads(run("--dir", folder, "--json").output)
    assert result["total"] == result["articles"]["a"]
    assert result["total"]["detected"] == 1
    assert result["by_measure"]["growth_yoy"] == {"gold": 1, "predicted": 1, "detected": 1, "complete": 1}
    assert sum(each["predicted"] for each in result["calibration"]) == 2


def test_metadata_beside_the_gold_is_used(folder: Path) -> None:
    (folder / "a.meta.json").write_text('{"area": "别市"}', encoding="utf-8")
    assert json.loads(run("--dir", folder, "--json").output)["total"]["complete"] == 0


def test_nothing_to_evaluate(folder: Path) -> None:
    with pytest.raises(UsageError, match="give GOLD and TEXT, or --dir"):
        run(folder / "a.gold.jsonl")
    (folder / "a.txt").unlink()
    with pytest.raises(DocumentError, match="its article is missing"):
        run("--dir", folder)
    with pytest.raises(DocumentError, match="no gold files here"):
        run("--dir", folder / "none")


def test_the_printed_figures_are_those_of_the_shared_script(shared: Path, tmp_path: Path) -> None:
    gold = DIGEST.with_suffix(".gold.jsonl")
    from etl.cli.extract import command as extract

    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(CliRunner().invoke(extract, [str(DIGEST)]).output, encoding="utf-8")
    script = [sys.executable, str(shared / "tools" / "score.py"), str(gold), str(predicted)]
    theirs = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    ours = json.loads(run(gold, DIGEST, "--json").output)["total"]
    assert f"detected {ours['detected']} full {ours['complete']} |" in theirs
    assert f"detection F1 {ours['detection_f1']:.3f} | full-fact F1 {ours['full_fact_f1']:.3f}" in theirs
    for name, share in ours["accuracy"].items():
        assert f"'{name}': {round(share, 3)}" in theirs
