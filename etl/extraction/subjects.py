"""Whom a claim is about: the document's area, a place or an organisation named in the clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.vocabulary import Area, Vocabulary

NATION = "全国"
_NOT_A_PLACE = re.compile(  # what makes a place name part of another name
    "(?:大学|学院|银行|证券|实验室|日报|晚报|早报|时报|财经|大桥|机场|铁路|重工|铁塔|石油|中车|建材|人寿|平安|国航|高铁|高速|海关|港(?![珠口澳])|路|街|站(?!上)|制造(?!业)|服务(?!业)|样板|品牌|模式|精度|啤酒|电力(?!业)|石化|化工|钢铁"
    "|汽车(?!产|出|销|类|制)|航空|商城|股份|集团|公司|标准|经验|故事|至|到|联通|移动|电信|交所|人(?![均口才民工次大])|专家|客商|籍)"
)
_LEAD = (
    "(?:预计|其中|此外|同时|以(?=[\u4e00-\u9fff]{2,6}为例)|同期|另外|而且|而|并且|并|据统计|据介绍|据悉|数据显示|目前|截至|当前|今年以来|比如|例如|如|在(?!建|线|册|校|岗)|从(?!业)|据|经(?!济|营|贸|费|开|销)|对(?!外)|以(?=全)|【|记者(?:)?从[^，]{2,14}?(?:获悉|了解到|得知)|从[^，]{2,14}?(?:获悉|了解到|得知)|全市上下|今|今天|目前|为此|作为[^，]{2,20}的|\ue000|“)"
)
LEADING = re.compile(f"^{_LEAD}+")
_LEADING_ON = re.compile(f"^(?:的|{_LEAD})+")
_SCOPE = re.compile(
    "(全国|我国|全省|全市|全区|全县|全州|全旗|全自治区|全境|全盟|我省|我市|我区|我县|我州|本市|本省|本区|本县|本港|全镇|全行业|全球|全世界|世界)(?!一体|范围|统一)"
)
_ORGANISATION = re.compile(
    r"((?:[\u4e00-\u9fffA-Za-z0-9·&-]{2,14}?)(?:集团|股份有限公司|有限责任公司|有限公司|公司|银行(?!业|间|卡|贷|存|理|保)|证券(?!业|市|化|交)|股份(?!制|的)|控股(?!企|的|子)|基地|大学|学院|医院|研究院|研究所|交易所|机场|油田|电站)|中国(?:铁塔|移动|联通|电信|石油|石化|中车|中铁|建筑|平安|人寿|人保|广电|邮政|船舶|电科|海油|铝业|宝武|银联)|[\u4e00-\u9fff]{2,4}(?:重工|纺织|药业|制药|电气|生物|科技|机械|股份|重汽|智能|能源|汽车|快递|食品|化工)(?=\ue000|则|今年|去年|前三季度|发布|公布|披露|净利润|营业收入|营收|实现|公告|的车间|董事长|负责人))"
    r"(?!化|化工|们|制|数|总数|家|债)"
)
_SHORT_BEFORE_VERB = re.compile(
    r"^([\u4e00-\u9fffA-Za-z·]{2,8}?)(?=则[是把将]|卖的是|做的是|已为|给[^，]{2,10}装|深耕|专注于|成立于|主营|公告|披露|发布(?=[^，]{0,14}(?:年报|业绩|公告|预告|快报|财报|季报|年度报告|年年))|发布[^，]{0,6}年|全力开展|围绕|以[^，]{2,20}为[^，]{2,8}基础|\ue000(?:晚间|公告|披露|发布)|旗下|董事长|表示)"
)
_COMMON = re.compile(
    "(?:业|企业|报告|数据|经济|部门|产业|方面|平台|项目|我国|各地|政府|统计局|能源局|总局|商务部|委|部|局|办|厅|院|署|会|记者|公司|产品|市场|消费|投资|情况|通报|公报|文件|预报|快报|研究|机构|分析|人士|专家|负责人|发言人"
    r"|[\ue000“”、了的是和与及在将把被让使从对向]|城市|地区|中心|作为|近年|目前|同时|其中|此次|会议|本次|市长|主席|书记|青年|居民|行动|政策|积极|大力|推动|加快|聚焦|坚持|持续|进一步|深入|通过|实施|第|全|定期|不断|随着|重点|我们|他们|人们|市里|省里|城市|工厂|车间|大家|记者|它们|这里|那里|市民|游客|消费者|专家|晚间|今年|上午|下午)$"
)
_NOT_FIRST = ("集聚", "汇聚", "拥有", "包括", "吸引", "涵盖", "培育", "支持", "推动", "引导", "带动", "推进", "打造", "发展", "引进", "服务", "建设", "鼓励", "定期", "组建", "成立", "与", "和", "及", "由", "让", "使", "被", "把", "将", "依托", "通过", "获", "实现", "帮助", "助力", "联合", "一批", "部分", "每", "这", "该", "此", "我", "以", "为", "当", "不", "有", "已", "新")
_REGION = re.compile(r"([\u4e00-\u9fff]{1,10}?(?:经济圈|经济带|城市群|大湾区|湾区|新区|高新区|经开区|开发区|自贸区|三角洲?地区|(?<=[东中西北南])部地区|东北地区|(?<![农乡全各困建政然范丽点贫个中社等户])村(?![民庄里集口委级镇])|街道|社区))(?!域|位|生产|间)")
_COMMON_REGION = re.compile("[、和与及的了在对以将，]|全市|推进|建设|打造|加快|各|支持|推动|国家级|省级|产业|服务")
_THROUGH = re.compile("(?:经)?([\u4e00-\u9fff]{2,8}?(?:大桥|口岸|海关|港|班列))(?=进出口|出口|进口|出入境)")
_TITLED = re.compile(
    r"(?:^|[\n：，。；、“” （）])(?P<name>[\u4e00-\u9fff]{2,14}?)(?:公司|集团)?(?:副?董事长|副?总经理|总裁|创始人|厂长|首席执行官|技术总监|行政经理|CEO|副总裁|董秘|总工程师)"
)
_SUFFIXED = re.compile(
    r"(?<![\u4e00-\u9fff、])(?:[^，。；\n]{0,12}的)?(?P<name>[\u4e00-\u9fff]{2}(?:科技|光电|智装|传动|智造|智能|重工|股份|电子|生物|医药|新材|电气|机械|数控|精密|软件|装备|纺织|药业|轴承|铝业|照明|家居|微电|半导体|汽车|快递|激光|能源|新材料|轴承))"
    r"(?=，?把|给|将|则|走的是|做的是|卖的是|已|在\d|今年|去年|20\d\d年|上半年|前三季度|一季度|的车间|的生产|生产线|自主|研发|实现|发布|披露|公告|总经理|董事长|负责人|带动|拥有)"
)
_PLAIN_WORDS = frozenset(
    "新型 高端 先进 智能 绿色 海洋 数字 电子 现代 传统 清洁 农业 工业 商业 网络 生产 精细 节能 航空 航天 轨道 汽车 集成 光伏 储能 医疗 生物 移动 互联 软件 通用 专用 石油 基础 特种 功能 复合 金属 关键 核心 国产 高新 服务 信息 低碳 锂电 氢能 动力 医药 中医 农用 农机 工程 建筑 "
    "全市 全省 全国 我国 我市 我省 全球 重大 重点 前沿 未来 人工 工程 新兴 战略 可再 消费 成套 配套 机电 民用 军工 轻工 重型 小型 大型 中型 微型 化学 仪器 船舶 海工 电力 电动 燃料 混合 乘用 商用 二手 进口 出口 国内 国际 自主 创新 推动 支持 加快 发展 引进 培育 打造 以及 其中 例如 发力 聚焦 传感 光学 半导 纳米 有限 有色 家用 智慧 城市 乡村 农村".split()
)
_LISTED = re.compile(r"(?:^|[\n：，。、 ])(?P<name>[\u4e00-\u9fff]{2,6})（(?:-?\d+\.\d+，|\d{6}|\d{4,5}\.HK|股票代码|证券代码|股份代号)")
_PRONOUN = re.compile("^(?:这家[^，]{0,18}?的?(?:公司|企业|工厂)|(?:该|本)(?:公司|集团|企业|厂|村|园区|基地|合作社|项目|平台)|(?:公司|集团)(?!制|化|法|债|治))")
_MENTIONED = re.compile(
    "(?P<name>[\u4e00-\u9fffA-Za-z]{2,16}?(?:有限责任公司|股份有限公司|有限公司|集团|合作社|生产基地|产业园|(?:种植|养殖|示范)?基地|(?<![农乡全各困建政然范丽点贫个中社等户])村(?![民庄里集口委级镇])))"
)
_CLAUSE_WORDS = re.compile(".*(?:的|位于|由|在|与|和|为|是|从|向|对|让|使|将|把|到|入驻|走进|来到|依托|支持|联合|引进|推动|带动|成立|组建)")
_COMMON_PLACES = frozenset(("城区", "郊区", "矿区", "东区", "西区", "城中区", "市中区", "新城区", "市中", "城关区"))
FACILITY = re.compile("(?:基地|大学|学院|医院|研究院|研究所|交易所|机场|油田|电站)$")
_NOT_A_NAME = re.compile("这家|一家|那家|[的了是、，。\ue000]|企业|上市|有限责任$|回购|注销|分红|根据|计划|股份|未来|连续|成为|作为|所|称|不|再|将|已|我|近|各|该|年|其|这|比例|目前|通过|推动|市场|数据|收购|增持|披露|发布|\\d家|等|累计|向|按|超过|占|支持|来自|人民|三甲|二甲|^[一二三四五六七八九十\\d]")
_ENDS_NAME = ("集团", "股份有限公司", "有限责任公司", "有限公司", "公司", "股份", "控股")


@dataclass(frozen=True, slots=True)
class Subject:
    """The area or organisation a claim is about."""

    name: str
    kind: str  # area | organisation


class SubjectFinder:
    """Finds subjects for one document."""

    def __init__(self, vocabulary: Vocabulary, area: str | None) -> None:
        self.vocabulary = vocabulary
        self.area: Area | None = self._lookup(area) if area else None
        self.default = Subject(self.area.name if self.area else area, "area") if area else None
        short = re.sub("(?<=..)[市省县区]$", "", area or "")
        self.local = tuple(name for name in dict.fromkeys((area or "", short)) if len(name) > 1)
        self.introduced: dict[str, str] = {}
        self.titled: list[str] = []
        self.within: Area | None = None  # the place just read, inside which a county may be named short
        self.current: Subject | None = None
        self.mentioned: Subject | None = None
        self.scope_word = False

    def _lookup(self, name: str) -> Area | None:
        code = self.vocabulary.area_names.get(name)
        return self.vocabulary.areas.get(code) if code else None

    def place_at(self, text: str, position: int = 0) -> tuple[str, Area | None] | None:
        """The longest place name that begins at `position`, with its area when it is a known one."""
        for local in self.local:
            if text.startswith(local, position) and (local.endswith(("市", "省", "县", "区")) or not _NOT_A_PLACE.match(text, position + len(local))):
                return local, self.area
        for name in self.vocabulary.area_names_by_start.get(text[position : position + 2], ()):
            if text.startswith(name, position) and name not in _COMMON_PLACES:
                part_of_name = _NOT_A_PLACE.match(text, position + len(name))
                if part_of_name and not name.endswith(("市", "省", "县")):
                    return None
                return name, self.vocabulary.areas[self.vocabulary.area_names[name]]
        return None

    def _county_at(self, text: str) -> tuple[str, Area | None] | None:
        """The short name of a county right after the province or city that it belongs to: 江苏海安."""
        if self.within is None:
            return None
        for county in self.vocabulary.counties_by_short_name.get(text[:2], ()):
            ancestor: Area | None = county
            while ancestor is not None and ancestor.code != self.within.code:
                ancestor = self.vocabulary.areas.get(ancestor.parent)
            if ancestor is not None and county.code != self.within.code and text.startswith(county.short_name):
                return county.short_name, county
        return None

    def _place(self, name: str, area: Area | None) -> Subject:
        if area is None and name in self.local and self.default:
            return self.default
        return Subject(area.name if area else name, "area")

    def scope(self, word: str) -> Subject | None:
        """What 全国, 全省 or 我市 stands for in this document."""
        if word in ("全国", "我国"):
            return Subject(NATION, "area")
        if word in ("全球", "世界", "全世界"):
            return Subject("全球", "area")
        wanted = {"省": "province", "市": "prefecture", "区": "county", "县": "county", "州": "prefecture"}.get(word[-1])
        current = self.current
        if current and current.kind == "area" and (self.area is None or self.area.level in ("country", "province")) and wanted and current.name.endswith(word[-1]):
            return current
        area = self.area
        while area is not None and wanted:
            if area.level == wanted or (wanted == "prefecture" and area.name.endswith("市")):
                return Subject(area.name, "area")
            if wanted == "county" and area.level not in ("province", "country"):
                return Subject(area.name, "area")
            area = self.vocabulary.areas.get(area.parent)
        if self.default:
            return self.default
        return Subject(word, "area") if wanted else None

    def take_list(self, text: str) -> tuple[list[Subject], str]:
        """The places a phrase opens with, when they are a list, and the rest of the phrase."""
        rest = LEADING.sub("", text)
        places: list[Subject] = []
        while place := self.place_at(rest):
            name, area = place
            places.append(self._place(name, area))
            rest = rest[len(name) :]
            if rest[:1] not in "、和与及" or not rest:
                break
            rest = rest[1:]
        return places, rest.removeprefix("的")

    def take(self, text: str) -> tuple[Subject | None, str]:
        """The subject that a phrase opens with, and the rest of the phrase."""
        rest = LEADING.sub("", text)
        found: Subject | None = None
        self.within = None
        for _ in range(4):
            step = self._take_one(rest)
            if step is None:
                break
            subject, rest = step
            if found is None or subject is None or subject.kind != "area" or not self.scope_word:
                found = subject or found
            if found and found.kind == "organisation":
                break
            rest = _LEADING_ON.sub("", rest)
        return found, rest if found or not text.startswith("\ue000") else LEADING.sub("", text)

    def _take_one(self, text: str) -> tuple[Subject | None, str] | None:
        scope = _SCOPE.match(text)
        self.scope_word = bool(scope) and text[:2] not in ("全国", "我国", "全球", "世界")
        if scope:
            return self.scope(scope[1]), text[scope.end() :]
        through = _THROUGH.match(text)
        if through:
            return Subject(through[1], "organisation"), text[through.end() :]
        region = _REGION.match(text)
        if region and not _COMMON_REGION.search(region[1]):
            return Subject(region[1], "area"), text[region.end() :]
        place = self.place_at(text) or self._county_at(text)
        if place:
            name, area = place
            self.within = area
            return self._place(name, area), text[len(name) :]
        if pronoun := _PRONOUN.match(text):
            mentioned = self.mentioned if pronoun[0][0] in "该本这" or self.mentioned else None
            if mentioned or self.introduced:
                return mentioned, text[pronoun.end() :]
        organisation = self.organisation(text)
        if organisation:
            return Subject(self.introduced.get(organisation, organisation), "organisation"), text[len(organisation) :]
        return None

    def organisation(self, text: str) -> str | None:
        """The organisation a phrase opens with: by the form of its name, or introduced before."""
        for short in self.introduced:
            if text.startswith(short):
                return short
        named = _ORGANISATION.match(text)
        if named and not _NOT_A_NAME.search(named[1][:-2]) and not named[1][0].isdigit() and not named[1].startswith(_NOT_FIRST) and not named[1].startswith(("家", "个", "各", "上市", "新增", "全", "国有", "控股", "投资", "规模", "规上", "外", "子", "小额")):
            self.introduce(named[1])
            return named[1]
        short_named = _SHORT_BEFORE_VERB.match(text)
        if short_named and not _COMMON.search(short_named[1]) and not self._lookup(short_named[1]) and self.place_at(short_named[1]) is None:
            self.introduce(short_named[1])
            return short_named[1]
        return None

    def notice(self, text: str) -> None:
        """Remember the organisation that a clause names, for 该公司 and the like after it."""
        for name in self.titled:
            if name in text:
                self.mentioned = Subject(name, "organisation")
        for found in _MENTIONED.finditer(text):
            name = _CLAUSE_WORDS.sub("", found["name"])
            if len(name) >= 3 and not _NOT_A_NAME.search(name[:-2]):
                self.mentioned = Subject(name, "organisation")

    def leading_organisation(self, words: str) -> Subject | None:
        """An organisation introduced elsewhere that a clause is about: 科创园里的星澜光电走的是…."""
        for name in self.titled:
            at = words.find(name)
            if at == 0 or at > 0 and words[at - 1] in "的“，\ue000":
                return Subject(self.introduced.get(name, name), "organisation")
        return None

    def introduce_titled(self, text: str) -> None:
        """Companies that the text names with one of their people: 星澜光电总经理…说."""
        for found in _TITLED.finditer(text):
            name = _CLAUSE_WORDS.sub("", found["name"])
            if 3 <= len(name) <= 12 and not _COMMON.search(name) and not _NOT_A_NAME.search(name) and not self.place_at(name):
                self.introduce(name)
                self.titled.append(name)

    def introduce_named(self, text: str) -> None:
        """Companies whose names end as companies' names do: 星澜光电, 润禾智装."""
        for found in _SUFFIXED.finditer(text):
            name = found["name"]
            if name[:2] not in _PLAIN_WORDS and self.place_at(name) is None and not _NOT_A_NAME.search(name[:2]):
                self.introduce(name)
                self.titled.append(name)

    def introduce_listed(self, text: str) -> None:
        """Companies that the text names with the code or the price of their share."""
        for listed in _LISTED.finditer(text):
            self.introduce(listed["name"])
            if self.default is None:
                self.default = Subject(listed["name"], "organisation")

    def introduce(self, name: str) -> None:
        """Remember an organisation, by the short form of its name too."""
        self.introduced.setdefault(name, name)
        for ending in _ENDS_NAME:
            short = name.removesuffix(ending)
            if short != name and len(short) >= 2:
                self.introduced.setdefault(short, name)
                break
