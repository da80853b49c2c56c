"""Print what extraction finds in one file: `python -m etl.extraction FILE --published DATE --area NAME`."""

from __future__ import annotations

import argparse
from pathlib import Path

from etl.documents import read_document
from etl.extraction.engine import extract
from etl.extraction.jsonl import observation_lines

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--published")
    parser.add_argument("--area")
    options = parser.parse_args()
    for line in observation_lines(extract(read_document(options.file, published=options.published, area=options.area))):
        print(line)
