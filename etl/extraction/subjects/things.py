"""Projects, plants and fairs that a text names, and how it points back at them: 该项目, 林场, 本届交易会."""

from __future__ import annotations

import re

from etl.extraction.language import lexicon
from etl.extraction.language.forms import Form
from etl.extraction.subjects.company_forms import (
    CLAUSE_WORDS,
)

_KINDS = (
    "核电项目|项目|工程|试验台|机组|电站|林场|农场|牧场|油田|气田|水库|大桥|隧道|码头|机场|高速公路|铁路|高铁|航线|卫星|医疗队"
    "|班列|管道|枢纽|灌区|平台|大基地|基地|船闸|风电场|运河"
)
NAMED = Form(_KINDS, f"(?P<name>[\u4e00-\u9fffA-Za-z0-9“”±/]{{2,24}}?(?P<kind>{_KINDS})(?P<more>项目|工程)?)")
_POINTS = re.compile(
    f"(?:该|这[个座项条])(?P<kind>{_KINDS})|(?P<plain>林场|农场|牧场|油田|气田|水库|灌区|医疗队|试验台)"
)
_BARE = re.compile(  # 项目建成后, 航线单程: said of the one that the paragraph has named
    "(?P<kind>项目|工程|基地|航线|大桥|隧道|铁路|高铁|机组|电站|风电场|船闸|枢纽|管道|口岸)"
    "(?=进出境|出入境|规划|线路|主体|主线|最[高大长]|总|全[长线面]|建成|投产|投运|投用|通车|开通|达产|年均?|单|往返|设计|采用|占地|装机|预计|将|可)"
)
_ONE_OF_MANY = re.compile(
    "首[个座条批台]|标志|一批|多个|开工|新建|在建|其[他余]|同类|类似|全部|所有|沿线|最|重点|重大|单[台个座条]|每|各|这|该|等|[、，]|全[国省市县区]"
    "|(?:运输|民用|民航|通用)机场|(?:内河|沿海)港"
)
_FACILITIES = (
    "特大桥|大桥|隧道|通道|高速公路|高速铁路|高速|高铁|铁路|航线|船闸|运河|港|油气田|煤矿|口岸|海关|管道|水电站|核电站|电站|风电场|机组"
    "|水库|灌区|枢纽|林场|牧场|油田|气田|机场|车?站"
)
_OPERATES = (
    "\ue000|\\d|今[日天年]|已?累计|共|已|将|日均|年均|全长|总长|正线|全线|线路|主线|设计|时速|单程|连接|主跨|总装机|装机"
    "|年发电|位于|日前|近日|正式|顺利|首次|运行|通过|完成|发送|到发|开行|开通|通车|通航|贯通|建成|投产|投运|投用|并网|启用|竣工"
    "|开工|全部|专门|增开|加开|恢复|首批|首台|[一二三]期|是(?:我国|中国|世界|全球|亚洲|国内|国家|目前|“)|进出口|出口|进口|出入境|进出境|客车通关|通关|货物运输|跨境运输|国际货运|自[^，]{0,6}(?:开通|投运|运营|开行|通车)|年?客流|年?旅客|跨境电商|[累年]产|货物吞吐|集装箱吞吐|旅客吞吐|吞吐|货运|客运|过闸|调水|供水|发电|上网"
)
_OPERATING = Form(  # 绿湖船闸累计过闸…, 海绿高铁东段全长…
    _FACILITIES,
    f"(?:(?:我国|国内|亚洲|世界|全球)?(?:首[条座个台]|第[一二三四五]条|[^，]{{0,10}}最[大长高深快][^，]{{0,4}}的))?"
    f"(?P<name>[\u4e00-\u9fffA-Za-z0-9-]{{2,20}}?(?P<kind>{_FACILITIES})(?:[\u4e00-\u9fff]{{1,5}}段)?)(?={_OPERATES})",
)
PREMISES = Form(  # 绿湖人参市场占地面积…, 海晟蔬菜基地现有大棚…
    "占地|建筑面积|摊位|商铺|商户|年交易|年销售|年接待|大棚",
    "(?:当地的|这里的|位于[^，]{2,10}的)?(?P<name>[\u4e00-\u9fffA-Za-z]{2,18}?(?P<kind>市场|基地|产业园|物流园|商城|商贸城|合作社|农场|牧场))"
    "(?=总?占地|总?建筑面积|(?:现有|拥有|有|共有)(?:固定)?(?:摊位|商[铺户]|大棚)|年交易|年销售|年接待)",
)
_ON_PREMISES = re.compile(
    "(?P<kind>市场|基地|产业园|物流园|商城|商贸城|合作社|农场|牧场)(?=\ue000?(?:全?年?无休)|年交易|年客流|年销售|年产|现有|占地|拥有|总?建筑面积|产品(?:销|远|出))"
)
POINTING = frozenset("该这林农牧油气水灌医试市基产物商合")  # what the patterns that point back at a thing begin with
_CRAFT = re.compile(  # 发电机组“潮光号”累计发电…: a ship, a satellite or a machine by its name
    f"(?:[\u4e00-\u9fffA-Za-z]{{2,16}})?(?P<name>“[^”，]{{1,8}}号”)(?=[^”的，]{{0,6}}(?:{_OPERATES}|成功|首航|下水|交付))"
)
_APPOSED = re.compile(  # …最大油气田——海州绿湖油气田累计生产…: named by what stands behind the dash
    f"(?P<name>[^，。；：—]{{3,36}}?(?:项目|示范区|工程|油气田|{_FACILITIES}))(?={_OPERATES})"
)
_ROUTE = re.compile(  # 京沪高铁
    "[京津沪渝冀晋辽吉黑苏浙杭甬皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕秦甘青宁新港深广哈大济郑武长昆成兰]{2,4}$"
)
_FACILITY_AT_END = re.compile(f"(?:{_FACILITIES})$")
_OF_PLACE = ("铁路", "高速公路", "高速", "高铁", "电站", "水库", "机组")  # 海州铁路发送旅客: all that the place has
_FAIRS = (
    "博览会|交易会|[\u4e00-\u9fff]博会|[广高华]交会|服贸会|[\u4e00-\u9fff]洽会|洽谈会|展览会|展销会"
    "|大会|运动会|[电艺文旅购消音美啤冰樱牡茶][影术化游物费乐食酒雪花丹]?节|[^发拓扩施开进延舒招参布\\W]展"
)
_FAIR_NAME = f"[\u4e00-\u9fff—]{{0,18}}?(?:{_FAIRS})(?!区|示|商|台|位|馆|品|览)"
_NUMBERED = f"(?:第[\\d一二三四五六七八九十百]+届|首届|20\\d\\d(?!年))(?P<name>{_FAIR_NAME})(?:第[一二三]期)?"
_FAIR = re.compile(f"(?:(?:本届|本次)(?P<again>{_FAIR_NAME})|{_NUMBERED})")
_FAIR_OPENS = Form(
    "[会交节展]",
    f"{_NUMBERED}|(?:{_FAIR_NAME})(?=(?:\ue000)?在[^，]{{2,10}}(?:开幕|启幕|举行|举办|启动|闭幕|落幕))",
)
_AT_FAIR = re.compile(
    f"(?:为期[^，]{{1,3}}的)?(?:本届|本次|第[\\d一二三四五六七八九十百]+届)?(?P<name>{_FAIR_NAME})(?:第[一二三]期|期间)?"
)
_THIS_FAIR = re.compile("(?:本届|本次|此次)[\u4e00-\u9fff]{0,6}?(?:会|展)(?!议|区|示|商|品)")


class Things:
    """What a text has named so far."""

    def __init__(self) -> None:
        self.by_kind: dict[str, str] = {}
        self.near: dict[str, str] = {}  # what this paragraph has named
        self.paragraph = -1
        self.fair = ""

    def enter(self, paragraph: int) -> None:
        """Step into a paragraph: what a bare 项目 points back at is named in it."""
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.near = {}

    def notice(self, words: str) -> None:
        """Remember what a clause names."""
        for found in NAMED.finditer(words):
            name = _whole_name(CLAUSE_WORDS.sub("", found["name"]))
            if len(name) > len(found["kind"]) + 1 and not _ONE_OF_MANY.search(name) and _is_named(name):
                for kind in (found["kind"].removeprefix("核电").removeprefix("大"), found["more"]):
                    if kind:
                        self.by_kind[kind] = self.near[kind] = name

    def at(self, text: str) -> tuple[str, int] | None:
        """The thing that a text opens with or points back at, and how many characters do so."""
        points = _POINTS.match(text) if self.by_kind else None
        if points and (name := self.by_kind.get((points["kind"] or points["plain"]).removeprefix("核电"))):
            return name, points.end()
        fair = _AT_FAIR.match(text) if self.fair else None
        return (self.fair, fair.end()) if fair and fair["name"] in self.fair else None

    def premises_again(self, text: str) -> tuple[str, int] | None:
        """The market, base or farm told of before that a text goes on to tell the trade of."""
        again = _ON_PREMISES.match(text) if self.by_kind else None
        name = self.by_kind.get(again["kind"]) if again else None
        return (name, again.end()) if again and name else None

    def premises(self, text: str) -> tuple[str, int] | None:
        """The market, base or farm that a text opens with and tells the grounds or the trade of."""
        found = PREMISES.match(text)
        if not found or _ONE_OF_MANY.search(found["name"]) or not _is_named(found["name"]):
            return None
        self.by_kind[found["kind"]] = self.near[found["kind"]] = found["name"]
        return found["name"], found.end("name")

    def operating(self, text: str) -> tuple[str, int] | None:
        """The facility or fair that a text opens with and tells of, where the text is not about a place."""
        if opens := _FAIR_OPENS.match(text):
            self.fair = opens[0]
            return self.fair, opens.end()
        if self.fair and (this := _THIS_FAIR.match(text)) and this[0][-1] == self.fair[-1]:
            return self.fair, this.end()
        if (bare := _BARE.match(text)) and (name := self.near.get(bare["kind"])):
            return name, bare.end()
        if craft := _CRAFT.match(text):
            return craft["name"], craft.end("name")
        found = _OPERATING.match(text)
        if not found or _ONE_OF_MANY.search(found["name"]) or not _is_named(found["name"]):
            return None
        return found["name"], found.end("name")


def apposed(text: str) -> str:
    """The project or facility that the words behind a dash open with; empty where they open with none."""
    found = _APPOSED.match(text)
    return found["name"] if found else ""


def fair_in(headline: str) -> str:
    """The fair that a headline is about; empty where it names none."""
    found = _FAIR.search(headline)
    return found[0] if found else ""


def is_all_of_a_place(name: str, place: str) -> bool:
    """Whether a name is a place with what it has of a kind: 海州铁路."""
    return name.startswith(place) and name[len(place) :].lstrip("省市区县") in _OF_PLACE


def _is_named(name: str) -> bool:
    return (
        "“" in name
        or bool(_ROUTE.match(_FACILITY_AT_END.sub("", name)))
        or lexicon.holds_proper(name)
        or lexicon.has_name(name)
    )


def _whole_name(name: str) -> str:
    """A name without the quotation marks that it lost the other half of."""
    return name if name.count("“") == name.count("”") else name.strip("“”")
