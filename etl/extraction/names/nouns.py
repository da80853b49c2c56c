"""The noun phrase after a number: what is counted, up to what is said of it."""

from __future__ import annotations

import itertools
import re

from etl.extraction.language import lexicon
from etl.extraction.language.words import words
from etl.extraction.names import indicators
from etl.extraction.predicates.forms import EVERYWHERE

_PLANS = "|".join(  # said only of those who can plan
    f"{verb}(?<=[业司民者构庭户人商厂]{verb})" for verb in words("计划 打算 希望 愿意 看好 选择 担心 反映 称")
)
_MORE = "全球|全国|世界|境外|国外|一批|一系列|若干|部分|多[个项家份]|其他|其它"
_FURTHER = "|".join(f"{joint}(?={_MORE})" for joint in ("以及", "和", "及", "与"))
_NOUN_STOP = re.compile(  # each alternative begins with a character of its own: the search skips to those
    rf"，|。|；|：|！|？|（|）|\n|、|\ue000|{_FURTHER}|获批|获评|获得|获(?!奖|利)|入选|纳入|列入|实现|完成|给予|建成|投产(?!项目)"
    "|投入|开工(?!项目|建设项目)|落地(?!项目|加工|产业|窗)|落户|签约(?!项目)|成为|达到|超过|位列|名列|排名|排在|领跑|夺冠|超(?!算|声|市|高|大|导|级|低|薄|硬|长期|临界)"
    "|同比|分别|人均(?!价|衡)|户均(?!价|衡)|亩均(?!价|衡)|平均(?!价|衡)|均(?!价|衡)|PM(?=2)|总体|呈(?=现|[^，]{1,6}势)"
    "|正(?=[在满加以逐从向成])|算(?<=[价钱]算)|全面|深度|全覆盖|正在|已|将(?!军)|被|把|为(?!民)|向|在(?![建线研岗校编职园册售租途])|与"
    "|占|共(?!享|建|同|体)|参加|参与|参展|参赛(?!者|选手|队|作品|影片|国家)|通过|上市(?!公司|许可|品种|[\u4e00-\u9fff]{0,4}企业)|参会|进入|位居|居(?!民|家|住)|遴选|培育(?!库"
    "|企业|基地)|推动|带动|支撑|保障|进行|得到|得以|集中(?!安置|供|采购|连片|居住|办公|隔离|配送|式)|同时|管理着|都|也|还|仍|率先|荣获|荣登|跻身|上榜|通车"
    "|运营(?!商|企业|主体|中心|平台)|投用|启用|启动|竣工|签署|赴|来自|来到|前来|汇聚|涌现|集聚(?!区|发展|示范|基地|地|带|效应|优势)|降到|升到|增至"
    f"|降至|升至|压减|压缩|缩短|扩大到|应该|没有|减免|返还|缓缴|发放|提供(?!商)|推出(?!的)|整合|到会|表示|认为|预计|预期|相信|{_PLANS}|投进|全部|均已"
    "|主要(?<=.主要)(?!农作物|产品)|完工|榜上|顺利|内(?![部地容存河外需资衣饰蒙陆科])|贡献|收(?<!营收)(?!入|益|费|购|割|储|藏"
    "|发)|开发(?!区|商|项目|强度|投资|面积|成本|经营|利用|建设)|一年|每年|结为|兑现|位于|分布|属于|是|有(?!限|色|机"
    "|轨|线|声)|能够|要(?!素|闻|求)|的基础上|基础上|变[好差优绿]|拔地而起|崛起|拔节生长|竞相发展|脱颖而出|应运而生|遍地开花|百花齐放|齐头并进|喜获|喜迎|可以|可满足|增长|增加(?!值)|下降|减少|提高|提升(?!项目|工程|行动)|回升|上升|上涨|下跌|回落"
    "|实施|受益|脱贫|参保|领取|享受|报名|登记(?!注册)|运行(?!线路|图|效率|里程)|亮相|使用|用于|满足|需求|接入|联网(?<!互联网)|上云|合作(?!社"
    "|伙伴|项目|区|平台)|复工|恢复|迁入|就业(?<!未就业)(?!岗|人)|创业(?![\u4e00-\u9fff]{2,})|成功"
    "|顺利|抱团|组成|构成|带来|左右|等(?!级)|实行|执行|展开|开展|深入|到(?=基层|[^，]{2,6}(?:开展|就业|参加|工作))|改善|用上|建立|加快|处于|入驻|入围|入库(?!税)|入统|加入|发布"
    "|辐射|来看(?=$|[，：])|看(?=$|[，：])|创(?=历史|新[高低]|下|同期)|中(?<=[群业目区]中)(?![小心高学央])|服务(?=全国|超|了)|整体|合计|累计|总(?=投资|额|规模)|年(?=产|均|销)|其中|的(?!士)"
)
_CUT = re.compile("[，。；：]")
_OPEN_LIST = re.compile("(?:以及|[和及与或、]|(?<![可所足予难])以)$")
_OPENS_LIST = ("及", "和", "与", "或", "、", "以")
_COMPOUND = re.compile("(?:企业|单位|机构|人员|产品|品牌|国家|学校|景区|群众|职工|学生|农户|家庭|商)(?=$|[的、，和中])")
_COUNTABLE = re.compile(
    "(?P<counted>.*(?:企业|公司|产品|项目|省份|省(?![级属内外会直市区道])|城市|地区|国家(?!级)|区域|集群|行业|产业|大类|门类|机构|学校|高校|小学|中学|医院|小区|社区|园区"
    "|乡镇|县域|县|(?<![农乡])村|村庄|行政区|指标|品种|船型|路段|河流|湖泊|断面|居民|农户|家庭|商品|药品|灌区|监测点|景区|商场"
    "|门店|银行|券商|基金))的?(?P<told>[^的、和]{2,12})$"
)
_ASPECT = re.compile(
    "(?:面貌|进展|质量|水平|环境|条件|主体工程|能耗|效益|房屋|家中|业绩|占比|比重|设施|用地|景观|外观|性能"
    "|功能|定位|品质|能力|浓度|增速|增幅|[一-鿿]{2}[量率额值])$"
)
_ATTRIBUTE, _THING = 12, 4  # characters of an attribute that is kept, and of a thing that needs none
_WHOSE = re.compile(
    "[像他她它我你咱这那其该]|大家|自己|各自|一[家个名位座]|(?:各具|各有|独具|富有|颇具)|[^的]{2}(?:鲜明|各异|多彩|多样)$"
)
_NOMINAL = frozenset(  # adverbs and verbs that attributes are made of: 首发技术, 电力输出通道
    words("首发 独家 专门 投入 输入 输出 支出 收入 演出 进出 出入 导入 认为")
)
_AGENTS = tuple(
    words(
        "企业 公司 机构 单位 部门 学校 高校 医院 银行 县市 省份 城市 农户 居民 消费者 村民 群众 职工 "
        "老人 青年 记者 选手"
    )
)
_INTRANSITIVE = frozenset(words("合作 就业 创业 复工 竣工 开工 通车 投产 脱贫 参保 报名 完工 联网"))
_MANNER = frozenset(
    words("免费 无偿 显著 明显 稳定 大幅 大幅度 有效 顺利 成功 快速 迅速 平稳 稳步 正式 集体 联合 共同 同步 有序")
)
_ADVERBS = frozenset(words("先后 一度 多次 逐步 陆续 持续 有序 全线 首次 再度 如期 按期 相继 纷纷 踊跃 积极 主动"))
_COMES = frozenset("起上成满")  # 电梯装上了黑匣子
_NOW = frozenset("正已均都将再又仍便就")  # 机械臂正挥舞
_LEADS = frozenset("对由从以把因按")  # 媒体对展会报道, 事项由区县办理
_CAME = tuple("到成为入得出完至除予起")  # what a verb ends with that tells what came of it
_DEEDS = frozenset(  # verbs that name things as well
    words(
        "组织 支持 应用 创新 更新 改造 转型 升级 改革 开放 保护 治理 创业 消费 投资 贷款 "
        "补助 补贴 奖励 演出 展览 比赛 竞赛 考试 招聘 培训 交易 合作 援助 救援 巡演 演习 "
        "演练 调查 报道 建议 提案 处罚 认证 许可 审批 登记 检查 检测 监测 鉴定 诊疗 手术 "
        "就诊 咨询 投诉 举报 诉讼 仲裁 判决 申请 授权 发明 服务 设计 计算 实验 试验 测试 "
        "示范 攻关 配置 采购 订购 转让 出口 进口 旅游 旅行 运输 包装 种植 养殖 生产 制造 加工 "
        "修复 绿化 造林"
    )
)
_KINDS = re.compile(
    "(?P<first>.)(?P<area>[省市县区州镇乡])(?P<bracket>（[省市县区州镇乡盟旗自治街道、]{1,12}）)(?P<then>.)"
)
_IN_WORD = re.compile("(?P<before>[\u4e00-\u9fff])（[\u4e00-\u9fff]）(?P<behind>[\u4e00-\u9fff])")  # 制（修）订
_TRAIN = re.compile("(?P<train>[中西][欧亚]班列|班列|快线)（(?P<which>[\u4e00-\u9fff]{2,6})）")
_FIGURE = re.compile(r"\d(?![A-Z])")  # 15%, not 4C
_LISTED_BEFORE = re.compile(
    "(?P<listed>[^，。；：的等\ue000]{2,12}(?:、[^，。；：的等\ue000]{2,12})+)(?:(?P<such>等)(?=[\u4e00-\u9fff]{4})|的)"
    "(?P<thing>[^，。；：、的]{2,14})(?=$|[，。；：])"
)
_WORD, _IDIOM = 2, 4  # characters
_GATHERS = frozenset(words("集聚 汇聚 带动 入驻 培育"))
_GROUNDS = ("链", "区", "园", "基地", "集群", "平台", "中心", "小镇", "港")
_SIGNS = frozenset("，。；：！？（）\n、\ue000")


def without_aspect(noun: str, *, told: bool = False) -> tuple[str, str]:
    """Those who are counted, and which side of them is `told` of: 工业企业营业收入 → 工业企业, 营业收入."""
    parts = _COUNTABLE.match(noun) if len(noun) > _WORD else None
    if parts is None or not (told or _ASPECT.search(parts["told"]) or indicators.head_of(parts["told"])):
        return noun, ""
    return parts["counted"], parts["told"]


def noun_after(text: str) -> str:
    """The noun phrase that a number counts: what follows it up to a verb."""
    text = text.lstrip("的\ue000") if not text.startswith("的士") else text
    if "、" in text and (described := _described(text)):
        return described
    if text.startswith("“") and "”" in text:
        close = text.index("”") + 1
        if text[close : close + 1] in _NOW:
            return text[:close]  # “绿谷”正拔节生长
        return text[:close] + _until_verb(text[close:])
    return _until_verb(text)


def without_long_attribute(noun: str) -> str:
    """A noun with what stands before its 的 where that says briefly which are meant: 享受免签的, not 各具特色的."""
    attribute, _, thing = noun.rpartition("的")
    bounded = _FIGURE.search(attribute)  # 年产量500万吨以上的企业
    if len(thing) < _THING or bounded or (len(attribute) <= _ATTRIBUTE and not _WHOSE.match(attribute)):
        return noun
    return thing


def listed(text: str, noun: str, *, more: bool) -> str:
    """A noun with those listed after it that the number counts too: 滑雪场、滑冰馆; `more` figures may follow."""
    end = text.find(noun) + len(noun)
    while noun and text[end : end + 1] == "、":
        member = noun_after(text[end + 1 :])
        after = text[end + 1 + len(member) :]
        measured = _ASPECT.search(member) or indicators.head_of(member) or _FIGURE.search(member)
        named = lexicon.names_something(member) and lexicon.words(member)[0].tag != "v"
        if measured or not named or (more and not after) or not text.startswith(member, end + 1):
            break
        end += 1 + len(member)
    return text[text.find(noun) : end]


def before_deed(text: str) -> str:
    """县 of 县建设服务中心, where a preposition before the number (在30个) tells that a verb must follow the noun."""
    noun = noun_after(text)
    told = noun != _CUT.split(text, maxsplit=1)[0]  # whether the verb follows the noun
    deeds = [
        (word.tag, before.end)
        for before, word in itertools.pairwise(lexicon.words(noun))
        if _names(before) and _is_predicate(word, verbal=True) and told == (word.end == len(noun))
    ]
    return noun[: min(deeds)[1]] if deeds else noun  # a plain verb rather than one that may be a noun as well


def with_kinds(name: str, written: str) -> str:
    """开放县（区、市）数: the kinds of area in a bracket, which is not read, belong to the name of the areas."""
    if "（" not in written:
        return name
    if (train := _TRAIN.search(written)) and train["train"] in name and train["which"] not in name:
        return name.replace(train["train"], train[0], 1)  # 中欧班列（海州）开行列数
    for kinds in _KINDS.finditer(written):
        near = (kinds["area"] + kinds["then"], kinds["first"] + kinds["area"], f"{kinds['area']}数")
        found = next((name.find(words) + words.index(kinds["area"]) for words in near if words in name), -1)
        if found >= 0:
            return name[: found + 1] + kinds["bracket"] + name[found + 1 :]
    for word in _IN_WORD.finditer(written):
        name = name.replace(word["before"] + word["behind"], word[0], 1)
    return name


def thing_of(noun: str) -> str:
    """The thing alone of a noun that a list of qualities describes, and no work on it: 高标准农田."""
    thing = noun.rpartition("的")[2] if "、" in noun else noun
    return thing.removesuffix("任务").removesuffix("建设") if thing.endswith("建设任务") else thing


def _described(text: str) -> str:
    """高产、稳产的农田, 大数据、云计算等应用场景: the things, with what a list before 的 says of them."""
    found = _LISTED_BEFORE.match(text)
    if found is None:
        return ""
    if found["such"]:
        return found["thing"]
    attributes = found["listed"].split("、")
    return text[: found.end()] if all(map(_is_quality, attributes)) else ""


def _is_quality(phrase: str) -> bool:
    """Whether a phrase says how things are: most that do so are four characters long, 高产稳产, 节能环保."""
    return len(phrase) == _IDIOM or lexicon.words(phrase)[-1].tag[0] in "vabliz"


def _until_verb(text: str) -> str:
    quoted = text.find("“")
    stop = _first_stop(text, 0)
    if stop >= 0 and 0 <= quoted < stop:
        close = text.find("”", quoted)
        if close > stop:
            stop = _first_stop(text, close)
    if quoted > 1 and _is_done(text, quoted):
        stop = quoted if stop < 0 else min(stop, quoted)  # 企业“上云用数”, 企业免费“问诊”
    noun = text[:stop] if stop >= 0 else text
    if "和" in noun and text[len(noun) : len(noun) + 1] == "等":
        noun = noun.partition("和")[0]
    named = _without_predicate(noun)
    if named.endswith(_OPENS_LIST):
        named = _OPEN_LIST.sub("", named)
    return named if named.endswith("标的") else named.strip("的了“")


def _is_done(text: str, quoted: int) -> bool:
    """Whether what stands in quotation marks is done by, or to, those before it."""
    words_in = lexicon.words(text[quoted + 1 : text.find("”", quoted)])
    return text[:quoted].endswith(tuple(_MANNER)) or bool(words_in and words_in[0].tag in ("v", "f", "p"))


def _first_stop(text: str, start: int) -> int:
    """Where the first word stands that ends a noun phrase; not inside of a longer word: 向 ends nothing in 纵向."""
    for stop in _NOUN_STOP.finditer(text, start):
        at = stop.start()
        if stop[0] in _GATHERS and text[:at].endswith(_GROUNDS):
            return at  # 产业链集聚企业
        if stop[0] not in _SIGNS and _COMPOUND.match(text, stop.end()):
            continue  # 参展企业
        if stop[0] in _INTRANSITIVE and _noun_follows(text, stop.end()):
            continue  # 合作协议: what takes no object is an attribute of the noun
        if stop[0] in _SIGNS or at == 0:
            return at
        ends = [word.end for word in lexicon.words(text)]
        if at in ends:
            return at
        begin = max((end for end in ends if end < at), default=0)
        word = text[begin : min(end for end in ends if end > at)]
        tag = lexicon.words(word)[0].tag
        if len(word) > 4 or tag[0] not in "vnlbs":
            return at
        if begin and (tag == "s" or (tag == "v" and len(stop[0]) > 1)):
            return begin
    return -1


def _noun_follows(text: str, at: int) -> bool:
    following = next((word for word in lexicon.words(text) if word.end > at), None)
    return following is not None and following.tag in ("n", "b", "nz") and following.end - len(following.text) == at


def _without_predicate(noun: str) -> str:
    """品牌 of 品牌踊跃, 集群 of 集群加速: what begins with an adverb is said of the noun before it."""
    found = lexicon.words(noun)
    for index in range(1, len(found)):
        if (_names(found[index - 1]) and _opens_predicate(found[index:])) or _acts(found[index - 1], found[index]):
            return noun[: found[index - 1].end]
    last = len(found)
    while last > 1 and (found[last - 1].text in _MANNER or found[last - 1].text in EVERYWHERE):
        last -= 1
    while last > 1 and _is_predicate(found[last - 1], verbal=last < len(found) or found[last - 2].tag == "v"):
        last -= 1
    return noun[: found[last - 1].end] if last and _names(found[last - 1]) else noun


def _names(word: lexicon.Word) -> bool:
    """Whether a word can end a noun phrase: 企业, 青年, 村."""
    return word.tag.startswith("n") or word.tag in ("j", "l", "t", "zg")


def _acts(agent: lexicon.Word, word: lexicon.Word) -> bool:
    """公司预披露, 县市实行: after those who act a plain verb is what they did."""
    acting = agent.text.endswith(_AGENTS) and word.tag == "v" and len(word.text) > 1
    return acting and word.text not in _DEEDS and word.text not in _NOMINAL


def _opens_predicate(rest: tuple[lexicon.Word, ...]) -> bool:
    """踊跃参展, 接待了, 引入投资者, 稳定消除: an adverb, a verb with what came of it, an adjective before a verb."""
    word, follows = rest[0], rest[1] if len(rest) > 1 else None
    if word.tag == "p" and word.text in _LEADS and follows:
        return True
    if len(word.text) < 2:
        told = follows is not None and follows.tag == "v" and len(follows.text) > 1
        return (word.text in _NOW and told) or (word.tag == "v" and follows is not None and follows.text in _COMES)
    if word.text in _NOMINAL:
        return False
    if word.text.startswith("大力"):
        return True
    if word.text in EVERYWHERE and follows and follows.tag.startswith("v"):
        return True
    if word.tag in ("d", "ad") or word.text in _ADVERBS:
        return True
    if word.tag == "v" and (word.text.endswith(_CAME) or (follows and follows.text in ("了", "着", "起"))):
        return True
    return word.tag == "a" and follows is not None and follows.tag == "v" and len(follows.text) > 1


def _is_predicate(word: lexicon.Word, *, verbal: bool) -> bool:
    """Whether a word at the end of a phrase is said of it: 通知停航; not 组织, which names a thing as well."""
    deed = word.tag == "v" or (verbal and word.tag == "vn")
    return deed and len(word.text) > 1 and word.text not in _DEEDS and not indicators.head_of(word.text)
