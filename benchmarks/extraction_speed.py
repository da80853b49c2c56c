"""Characters a second of the extraction engine, beside JioNLP and Recognizers-Text on the same text in the same run.

    python benchmarks/extraction_speed.py [--characters N] [--articles FOLDER]

How the tools compare depends on the text; with --articles they read your own. Makes an environment of their own for the
two peers (once, under the state folder), lets the tools take turns on one core, and prints medians and ratios. The exit
status is 1 where a target was missed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from etl.settings import PROJECT_DIR, Settings

WORKER = Path(__file__).with_name("extraction_worker.py")
PEERS = ["jionlp==1.5.31", "recognizers-text-suite==1.0.2a2", "emoji<1.7"]
SHARES = {
    "ours": 1.0,
    "jionlp": 0.25,
    "recognizers": 0.01,
    "recognizers_amounts": 0.025,
}  # of the text: less for the slow
TARGETS = {"jionlp": 2.0, "recognizers": 20.0}
IMPORT_TARGET = 0.3
ROUNDS = 5


def main() -> None:
    """Measure and print; the exit status says whether every target was met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=1_000_000, help="size of the text (default: 1 million)")
    parser.add_argument("--articles", type=Path, help="read the .txt and .md files of this folder instead of ours")
    options = parser.parse_args()
    folder = Settings.from_environment().home / "benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    python = peers_python(folder / "extraction-peers")
    sources = [read(options.articles)] if options.articles else [articles(), cases()]
    paragraphs = text(sources, options.characters)
    describe(paragraphs)
    workers = [Worker.start(tool, python, sample(paragraphs, share), folder) for tool, share in SHARES.items()]
    for _ in range(ROUNDS):
        for worker in workers:
            worker.run()
    rates = {worker.tool: worker.close() for worker in workers}
    met = [report(tool, rates["ours"] / reached, reached) for tool, reached in rates.items()]
    print(f"{'ours, whole articles':36}{rate(whole(paragraphs), folder):>12,.0f} characters a second")
    print(f"{'ours, sentences never seen before':36}{rate(unseen(sources), folder):>12,.0f} characters a second")
    seconds = import_seconds()
    print(f"{'import etl.extraction':36}{seconds:>12.3f} s (target: under {IMPORT_TARGET})")
    raise SystemExit(0 if all(met) and seconds < IMPORT_TARGET else 1)


def describe(paragraphs: list[str]) -> None:
    """One line about the text: speed depends on how many figures are in it."""
    size = sum(map(len, paragraphs))
    figures = sum(len(re.findall(r"\d+(?:\.\d+)?", paragraph)) for paragraph in paragraphs)
    density = 1000 * figures / size
    print(f"{size:,} characters in {len(paragraphs):,} paragraphs, {density:.0f} figures in 1,000 characters")


def report(tool: str, ratio: float, reached: float) -> bool:
    """One line of the result, and whether the target was met."""
    target = TARGETS.get(tool)
    compared = f"; ours is {ratio:.2f} times as fast (target: {target:g})" if target else ""
    print(f"{tool:36}{reached:>12,.0f} characters a second{compared}")
    return target is None or ratio >= target


def peers_python(folder: Path) -> Path:
    """The interpreter of an environment that holds the peers, made at the first run."""
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        print(f"installing {', '.join(PEERS)} into {folder} (once)", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PEERS], check=True)
        (folder / "complete").touch()
    return python


def articles() -> list[str]:
    """The paragraphs of the articles that ship: a feature, with a figure now and then."""
    texts = (path.read_text("utf-8") for path in sorted((PROJECT_DIR / "articles").glob("*.md")))
    return [paragraph for text in texts for paragraph in text.split("\n\n") if "。" in paragraph]


def read(folder: Path) -> list[str]:
    """The paragraphs of the texts of a folder, a paragraph to a line."""
    files = sorted(file for file in folder.glob("*") if file.suffix in (".txt", ".md"))
    paragraphs = [line.strip() for file in files for line in file.read_text("utf-8").splitlines() if "。" in line]
    if not paragraphs:
        raise SystemExit(f"{folder} holds no .txt or .md file with a sentence in it; name a folder of articles")
    return paragraphs


def cases() -> list[str]:
    """The cases that specify the engine: sentences as communiqués have them, full of figures."""
    files = sorted((PROJECT_DIR / "tests" / "extraction" / "specs").glob("*.yaml"))
    return [case["text"].strip() for file in files for case in yaml.safe_load(file.read_text("utf-8"))["cases"]]


def text(sources: list[list[str]], characters: int) -> list[str]:
    """As much of each source as of the others, paragraph by paragraph as they stand, figures drawn anew each time."""
    chance = random.Random(20230718)
    paragraphs: list[str] = []
    lengths = [0] * len(sources)
    while sum(lengths) < characters:
        shortest = lengths.index(min(lengths))
        chosen = chance.choice(sources[shortest])
        paragraph = re.sub(r"(?<=\d)\d(?!\d*[年月日季])", lambda _: str(chance.randint(0, 9)), chosen)
        lengths[shortest] += len(paragraph)
        paragraphs.append(paragraph)
    return paragraphs


def sample(paragraphs: list[str], share: float) -> list[str]:
    """Evenly spread paragraphs that make up the share; an odd step takes both kinds."""
    return paragraphs[:: round(1 / share) | 1] if share < 1 else paragraphs


@dataclass
class Worker:
    """One tool in a process of its own, waiting for its turn."""

    tool: str
    characters: int
    process: subprocess.Popen[str]
    seconds: list[float]

    @classmethod
    def start(cls, tool: str, peers: Path, paragraphs: list[str], folder: Path) -> Worker:
        """Start the process and wait until it has warmed up."""
        file = folder / f"extraction-{tool}.json"
        file.write_text(json.dumps(paragraphs, ensure_ascii=False), "utf-8")
        command = [sys.executable if tool == "ours" else str(peers), str(WORKER), tool, str(file), str(ROUNDS)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        worker = cls(tool, sum(map(len, paragraphs)), process, [])
        worker._read()
        return worker

    def run(self) -> None:
        """One pass over the tool's share of the text."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.seconds.append(float(self._read()))

    def close(self) -> float:
        """End the process; its median rate in characters a second."""
        self.process.communicate()
        return self.characters / statistics.median(self.seconds)

    def _read(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.tool} failed; its message is above")
        return line


def rate(paragraphs: list[str], folder: Path) -> float:
    """Our rate over one pass of these."""
    worker = Worker.start("ours", Path(sys.executable), paragraphs, folder)
    worker.run()
    worker.process.kill()
    worker.process.wait()
    return worker.characters / worker.seconds[0]


def whole(paragraphs: list[str]) -> list[str]:
    """The paragraphs as articles of twenty."""
    return ["\n\n".join(paragraphs[start : start + 20]) for start in range(0, len(paragraphs), 20)]


def unseen(sources: list[list[str]]) -> list[str]:
    """Every paragraph once: no name comes back, and no cache helps."""
    paragraphs = [paragraph for source in sources for paragraph in source]
    random.Random(1).shuffle(paragraphs)
    return paragraphs


def import_seconds() -> float:
    """Median time of `import etl.extraction` in a fresh interpreter, without the interpreter's own start."""
    program = "import time; start = time.perf_counter(); import etl.extraction; print(time.perf_counter() - start)"
    command = [sys.executable, "-c", program]
    runs = [subprocess.run(command, cwd=PROJECT_DIR, check=True, capture_output=True, text=True) for _ in range(ROUNDS)]
    return statistics.median(float(run.stdout) for run in runs)


if __name__ == "__main__":
    main()
