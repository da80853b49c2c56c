"""The judging process: requests on standard input, answers on standard output, one JSON object a line.

It is a process of its own for two reasons: the import of Great Expectations takes seconds, which pass here while the
other processor core parses and builds; and nothing that it does can reach the process that publishes.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from etl.audit.judge import Judge


def main() -> None:
    """Answer until the caller closes its end, also by dying."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not end up in the answers
    url = json.loads(sys.stdin.readline())["url"]
    from etl.audit.judge import Judge

    judge = Judge(url)
    for line in sys.stdin:
        print(json.dumps(_answer(judge, json.loads(line)), ensure_ascii=False, default=str), file=answers, flush=True)


def _answer(judge: Judge, request: dict[str, Any]) -> dict[str, Any]:
    try:
        verdicts = judge.judge(request["suite"], request["table"], request["keys"])
    except Exception as error:  # whatever it is, the caller reports it and publishes nothing
        return {"error": f"{type(error).__name__}: {error}".splitlines()[0]}
    return {"verdicts": [asdict(verdict) for verdict in verdicts]}


if __name__ == "__main__":
    main()
