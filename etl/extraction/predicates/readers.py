"""What connects a number with what it measures: the words between them, read from the number backwards."""

from __future__ import annotations

import re

from etl.extraction.predicates.forms import (
    ACTED_ON,
    BASE,
    CHANGES,
    CONTRIBUTION,
    CONTRIBUTION_PLAIN,
    DOWN_WORDS,
    EVERYWHERE,
    GAP,
    GAP_WORD,
    GAVE,
    GIVEN,
    HIGHER,
    HIGHER_BY,
    HOLDS,
    IN_WHOLE,
    OF_ALL,
    PART_OF,
    PULL,
    RANKED,
    RANKED_AMONG,
    RATE_AFTER,
    RATE_AT_END,
    RATE_TAIL,
    RATIO_NAME,
    REACHED,
    RECOVERED,
    SHARE,
    SHARE_OF,
    VERB,
    WHOLE_PULLED,
    WITHIN,
)
from etl.extraction.predicates.predicate import Predicate
from etl.extraction.predicates.tails import (
    bare,
    distribution,
    is_change,
    is_noun_tail,
    strip_copula,
    strip_tail,
    untail,
)

_ORIGIN = re.compile(r"(?:由|从)[^，]*$")
_FELL_AFTER = re.compile("的(?:跌|降|下)")
_PULLS = re.compile("拉动|带动|拉低|拉高|推高|上拉|下拉|贡献|影响")
_TIMES_BASE = re.compile(r"(?:是|为|相当于|达|达到)(?P<base>[^，]{1,30}?)的?$")
_HOLDS_OF_ALL = re.compile("^占(?!地|用)(?:了|到)?")
_LAST_MONTH = re.compile("上月|上个?季|月")


def read_percent(gap: str, after: str) -> Predicate:
    """A percentage: share, contribution, growth or a ratio of its own."""
    distributed = distribution(gap)
    recovered = RECOVERED.search(gap) if "\ue000" in gap else None
    if recovered:
        return Predicate(strip_tail(gap[: recovered.start()])[0], "ratio", "recovered", distributed=distributed)
    part = PART_OF.match(gap) if gap.endswith("的") else None
    if part:
        return Predicate(
            part["np"],
            "share",
            "part_of",
            of=part["of"].strip("的") or None,
            verb=part["word"],
            distributed=distributed,
        )
    gave = GAVE.search(gap)
    if gave and (gave["of"] or after.startswith("的")):
        of = gave["of"] + (GIVEN.split(after[1:])[0] if after.startswith("的") else "")
        return Predicate(gap[: gave.start()], "share", "gave", of=bare(of), distributed=distributed)
    holds = HOLDS.match(gap) if after.startswith("的") else None
    if holds:  # 服务业吸纳了全国50%的就业人员
        held = re.split("[，。、]", after[1:])[0]
        return Predicate(holds["np"] + held, "share", "gave", of=holds["of"] + held, distributed=distributed)
    core, copula = strip_copula(gap)
    reached = bool(REACHED.search(copula))
    rate = RATE_TAIL.search(core)
    if rate and not core.endswith("贡献率"):
        return _growth(core[: rate.start()], "降" in rate[0] or "跌" in rate[0], rate[0], distributed)
    verb = VERB.search(core)
    if verb and not is_noun_tail(core, verb):
        if not reached or is_change(copula):
            return _growth(core[: verb.start()], verb["verb"] in DOWN_WORDS, verb["verb"], distributed, core)
        core = strip_tail(core[: verb.start()])[0]
        if rate := RATE_TAIL.search(core):
            return _growth(core[: rate.start()], "降" in rate[0] or "跌" in rate[0], rate[0], distributed)
        core = _ORIGIN.sub("", core) or core
    core = untail(core)
    grows = "贡献" not in core and gap.rstrip("了").endswith(("增长", "上涨", "上升")) and "同比" not in gap
    if grows and (pull := PULL.match(core)):
        return Predicate(pull["np"], "contribution_pp", "pull", pull["of"], distributed=distributed)
    if "贡献" in core and (contribution := CONTRIBUTION.match(core)):
        return Predicate(
            contribution["np"], "contribution_rate", "contribution", bare(contribution["of"]), distributed=distributed
        )
    if "贡献率" in core and (contribution := CONTRIBUTION_PLAIN.match(core)):
        return Predicate(contribution["np"], "contribution_rate", "contribution", distributed=distributed)
    within = WITHIN.match(gap) if "占" in gap else None
    share = SHARE_OF.match(core) if "占" in core and not within else None
    if share:
        of = bare(share["of"])
        if share["noun"] in ("总量", "总数", "总额") and of:
            of += share["noun"]
        return Predicate(share["np"], "share", "share_of", of or None, distributed=distributed)
    if within:
        return Predicate(within["np"], "share", "share_of", bare(within["of"]), distributed=distributed)
    if share := SHARE.match(core):
        whole = IN_WHOLE.match(share["np"]) or OF_ALL.match(share["np"])
        np, of = (whole["np"], whole["of"]) if whole else (share["np"], None)
        if share["noun"] in ("份额", "占有率") and np:
            np += share["noun"]
        return Predicate(np, "share", "share", of, distributed=distributed, verb=copula)
    if RATE_AFTER.match(after):
        return Predicate(
            strip_tail(core)[0],
            "growth",
            "growth_after",
            average="年均" in gap or "平均" in gap,
            distributed=distributed,
            yearly="同比" in gap,
            falls=bool(_FELL_AFTER.match(after)),
        )
    if RATIO_NAME.search(core):
        return Predicate(core, "ratio", "ratio", distributed=distributed)
    if acted := ACTED_ON.search(core):
        return Predicate(acted["np"], "other", "acted_on", falls=acted["verb"][0] != "提", distributed=distributed)
    return Predicate(core, "ratio", "bare_percent", distributed=distributed)


def read_points(gap: str) -> Predicate:
    """A difference in 个百分点: over time, against a benchmark, or a contribution."""
    distributed = distribution(gap)
    core, _ = strip_copula(gap)
    if _PULLS.search(core) and "贡献率" not in core and (pull := PULL.match(core)):
        return Predicate(
            pull["np"],
            "contribution_pp",
            "pull",
            bare(pull["of"]) or None,
            falls="拉低" in core or "下拉" in core,
            distributed=distributed,
        )
    verb = VERB.search(core := HIGHER_BY.sub("", core))
    falls = False
    if verb and not GAP_WORD.search(core[verb.start() - 1 : verb.end() + 1]):
        falls = verb["verb"] in DOWN_WORDS
        core = core[: verb.start()]
        rest, _ = strip_tail(core)
        base = BASE.search(rest)
        rest, against = (rest[: base.start()], base["base"]) if base else (rest, None)
    else:
        gap_word = GAP.search(core)
        against = gap_word["base"] if gap_word else None
        falls = bool(gap_word and gap_word[0][:1] in "低慢少落")
        rest = core[: gap_word.start()] if gap_word else core
    rest, adverbs = strip_tail(rest)
    chained = "环比" in gap
    change_of, rest = _changed(rest)
    if change_of == "fall" and ("收窄" in gap or "缩小" in gap):
        falls, change_of = False, "growth"
    return Predicate(
        rest,
        "change_pp",
        "points",
        base=against,
        falls=falls,
        chained=chained,
        yearly="同比" in gap,
        change_of="growth" if change_of == "fall" else change_of,
        distributed=distributed,
        verb=adverbs,
    )


def _changed(phrase: str) -> tuple[str, str]:
    """What a difference in points is a difference of, and the phrase without the word for it."""
    rate = RATE_TAIL.search(phrase)
    if rate:
        return ("fall" if "降幅" in rate[0] or "跌幅" in rate[0] else "growth"), strip_tail(phrase[: rate.start()])[0]
    if "占" in phrase and (share := SHARE_OF.match(phrase)) and (share["noun"] or share["of"]):
        return f"share\t{bare(share['of'])}", share["np"]
    if share := SHARE.match(phrase):
        return "share\t", share["np"]
    if "贡献" in phrase and (contribution := CONTRIBUTION.match(phrase)):
        return f"contribution\t{bare(contribution['of'])}", contribution["np"]
    if "贡献率" in phrase and (contribution := CONTRIBUTION_PLAIN.match(phrase)):
        return "contribution\t", contribution["np"]
    return "", phrase


def read_times(gap: str, lexical: bool = False) -> Predicate:
    """倍: growth when something grows by it, otherwise a ratio to something."""
    core, copula = strip_copula(gap)
    if lexical:
        base = BASE.search(core)
        if base:
            return _growth(core, False, "", distribution(gap), core)
    verb = VERB.search(core)
    if verb and not ("至" in copula or "到" in copula):
        return _growth(core[: verb.start()], verb["verb"] in DOWN_WORDS, verb["verb"], distribution(gap), core)
    base = _TIMES_BASE.search(core + ("的" if gap.endswith("的") else ""))
    if base:
        return Predicate(core[: base.start()], "ratio", "times", base=base["base"])
    return Predicate(strip_tail(core)[0], "ratio", "times")


def read_level(gap: str, *, counted: bool) -> Predicate:
    """An amount or a count: stated as such, or as a change by that much."""
    distributed = distribution(gap)
    core, copula = strip_copula(gap)
    if core.startswith("占"):
        core = _HOLDS_OF_ALL.sub("", core)
    verb = VERB.search(core)
    if verb and not is_noun_tail(core, verb):
        rest, adverbs = strip_tail(core[: verb.start()])
        base = BASE.search(rest)
        reached = ("至" in copula or "到" in copula) and not is_change(copula)
        if reached:
            rest = _ORIGIN.sub("", rest)
            if base:
                rest = rest[: base.start()]
            return Predicate(rest, "level", "level_reached", distributed=distributed)
        falls = verb["verb"] in DOWN_WORDS
        if base or "同比" in adverbs or "环比" in adverbs or verb["verb"] in ("多增", "少增"):
            return Predicate(
                rest[: base.start()] if base else rest,
                "other",
                "level_change",
                base=base["base"] if base else None,
                falls=falls,
                yearly="同比" in adverbs,
                chained="环比" in adverbs,
                verb=verb["verb"],
                distributed=distributed,
            )
        if verb["verb"] in CHANGES or (verb["verb"] == "增加" and not counted):
            return Predicate(rest, "other", "level_change", falls=falls, verb=verb["verb"], distributed=distributed)
        return Predicate(rest, "level", "level_increase", falls=falls, verb=verb["verb"], distributed=distributed)
    if higher := HIGHER.search(core):
        rest = core[: higher.start()]
        if gap.endswith("的") and higher["base"] in EVERYWHERE:
            return Predicate(f"{higher['base']}平均水平", "level", "level", distributed=distributed)  # 高于全国的76.6
        return Predicate(
            rest, "other", "level_gap", base=higher["base"], falls=higher[0][0] in "低少", distributed=distributed
        )
    return Predicate(core, "level", "level", verb=copula, distributed=distributed)


def read_rank(gap: str) -> Predicate:
    """A rank: what is ranked, or else the list it is ranked in."""
    ranked = RANKED.match(gap)
    if not ranked:
        return Predicate(strip_copula(gap)[0], "rank", "rank_bare")
    np, scope = strip_copula(ranked["np"])[0], ranked["scope"]
    if listed := RANKED_AMONG.match(np):
        np, scope = listed["np"], listed["scope"]  # 总量在全国城市排名第四
    return Predicate(np, "rank", "rank", of=scope or None)


def _growth(rest: str, falls: bool, verb: str, distributed: str, core: str = "") -> Predicate:
    rest, adverbs = strip_tail(rest)
    pull = PULL.match(rest) if "拉动" in rest or "带动" in rest else None
    if pull and pull["of"] and ("同比" in adverbs or "分别" in adverbs or not WHOLE_PULLED.search(pull["of"])):
        rest = pull["of"]  # 政策拉动设备投资同比增长: how that grew, not what it gave to the whole
    elif pull and pull["of"]:
        return Predicate(pull["np"], "contribution_pp", "pull", bare(pull["of"]), distributed=distributed)
    base = BASE.search(rest)
    if base:
        rest = rest[: base.start()]
    rest, more = strip_tail(rest)
    if named := RATE_AT_END.search(rest):
        rest = untail(rest[: named.start()])
    adverbs = more + (base[0] if base else "") + adverbs
    said = adverbs + verb
    return Predicate(
        rest,
        "growth",
        "growth",
        base=base["base"] if base else None,
        falls=falls,
        average="年均" in said or "平均" in said or "复合" in said,
        chained="环比" in said or "按季" in said or "按月" in said or bool(base and _LAST_MONTH.search(base["base"])),
        yearly="同比" in said or "按年" in said,
        verb=said,
        distributed=distributed,
    )
