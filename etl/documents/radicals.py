"""Radicals that stand where a character is meant: what many programs put into the text layer of a PDF.

A font draws 工 and the radical ⼯ with one glyph, and the program that embeds the font writes down the wrong
one of the two. Both look the same and nothing that searches for 工业 finds ⼯业.
"""

from __future__ import annotations

import unicodedata

# CJK Radicals Supplement, which normalisation leaves alone: after Unicode's EquivalentUnifiedIdeograph.txt.
SUPPLEMENT = (
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺖忄 ⺗心 ⺘扌 ⺙攵 "
    "⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫目 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 "
    "⺳㓁 ⺴冗 ⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 "
    "⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 "
    "⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟 "
)  # fmt: skip
KANGXI = range(0x2F00, 0x2FD6)
COMPATIBILITY = range(0xF900, 0xFADA)


def _table() -> dict[int, int]:
    table = {ord(pair[0]): ord(pair[1]) for pair in SUPPLEMENT.split()}
    for code in (*KANGXI, *COMPATIBILITY):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = ord(plain)
    table[ord("⼾")] = ord("户")  # normalised to the form 戶, which today's Chinese texts do not write
    return table


CHARACTERS = _table()  # for str.translate; as many characters come out as went in
