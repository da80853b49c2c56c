"""The forms of the phrases that say what is counted."""

from __future__ import annotations

import re

from etl.extraction import units
from etl.extraction.words import words

LISTED_IN = re.compile("(?:列入|纳入|入选|获批|获评|成为|认定为|入围)(?P<object>[^，]{3,}?)的(?:共)?有$")
GENERIC = re.compile(
    "^(?:重点|主要|三大|相关|上述|以上|这些|其他|大类)?(?:行业|产业|领域|企业|单位|园区|地区|城市|产品|指标|商品|门类"
    "|类别|项目|品种|区域)$"
)
SAID_OF = re.compile(
    "^(?P<noun>(?:[^，]{0,6}?)(?:行业|企业|省份|城市|地区|国家|区县|品种|商品|券商|公司|产品|指标|村|县|市"
    "|区))(?P<said>[^，的]{0,12}?(?:增长|下降|扭亏为盈|扭亏|持平|上涨|下跌|回升|改善"
    "|超[\\d一二三四五六七八九十百千万亿]+[亿万]?元?|亏损|盈利|增收|减少)(?:的)?)$"
)
SAID_METRIC = re.compile("[^，]{2,10}?(利润总额|利润|营业收入|产值|增加值|产量|销量|价格)")
LANDMARK = re.compile("[^，]{0,6}(?:新高|新低|纪录|佳绩)|大关|关口|台阶|门槛|水平|规模|俱乐部|区间|之间")
PEOPLE = re.compile(f"(?!惠及|帮助|支持|带动|助力|用于)[^，]{{0,6}}?(?:{units.HOUSEHOLDS}|{units.PEOPLE})")
THROUGH = re.compile("(?:从|由)[^，]{1,10}到(?P<to>[^，]{2,8}?)(?:只需|仅需|需要?|用时)?$")
WHOLE_LIST = re.compile(
    "[^，。；\\d等]{2,40}、[^，。；\\d等]{2,40}等(?:重点|主要|特色|系列|各类)?"
    "(?:活动|项目|产品|设施|资金|政策|领域|行业|企业|机构|平台|赛事|服务|措施|景区)(?=$|[，。；])"
)
ENTITY_ACTS = re.compile(
    "^(?P<name>(?:[^，]{2,16}?)(?:应用|平台|园|院|行动|工程|基地|中心|系统|集群|联盟|基金|服务|网络|专班|科创园|站|港"
    "|馆|大会|展会|活动|政策|补贴|资金|产业|项目|赛事|论坛)(?:已经|已|正|还)?(?:累计[一-鿿]{2}|覆盖|服务|赋能|接入|连接|链接|惠及|直接带动|间接带动|入驻|孵化"
    "|输送|培养|带动|吸引|集聚|汇聚|支持|辐射|投资|发放|接待|培训|签约|落地)(?:了|着|企业|人才|项目)?[^，了着]{0,6})(?:了|着)?$"
)
JOINS = re.compile("和|、|与|及|以及|，")
MODIFIER = re.compile("[^，、；：的]{2,12}的$")
ACTED = re.compile(  # what is said of the things counted, to the end of the clause
    "(?:已经|已|均|都|全部|成功|先后|正在|正|陆续|率先|首次|还|也|再次|将(?![^，]{1,12}[列视看作当]为)|被|顺利|同时|又)*"
    "(?P<acted>(?!的|等|占|达(?!到[一-鿿]{3})|为|是|有|同比|环比|增长|下降|减少|左右|以上|以内|以下|总|累计|共|合计|比|较|超|近|约|其中|构成"
    "|组成|组建|不等|中|和|及|年|每|位于|分布|上市公司)[^，。；：、（）]{2,30})"
)
ACTED_LISTED = re.compile("(?:被|新)*(?P<acted>[^，。；：（）]{2,40})")  # 获评国家级、省级智能工厂
AFTER_VERB = re.compile("(?:了|着|过|出|起|到|共|约|近|超过?|逾|至少|将近|大约|累计)+$")
LIGHT = frozenset(
    words(
        "达到 包括 包含 涵盖 涉及 超过 突破 成为 具有 存在 分布 位居 进入 保持 累计 合计 实现 形成 拥有 位于 属于 来自 "
        "增长 下降 提高 提升 减少 降低 上升 增加 达成 接近 不足 需要 可以 能够 预计 稳定 共有 仅有 还有 就有 已有 现有 "
        "带来 设有 建有 开设 组织 围绕 针对 面向 依托 通过 按照 根据 利用 聚焦 来源 遍布 满足"
    )
)
PLAIN_CLASSIFIERS = frozenset(words("个 家 项 种 处 所 座 款 宗 例 起 支 艘 枚"))
GROUPS = frozenset(words("批 届 级 期 轮 回"))  # counted in groups, which are not the things themselves
AMOUNTS = {  # what the amount of an action is called, by its unit, where not by the unit and 数
    **dict.fromkeys(("个", "项", "处", "家", "条"), "数"),
    **{"人次": "人次", "架次": "架次", "场": "场次", "辆": "量", "标箱": "量", "标准箱": "量"},
}
NAMES_AMOUNT = re.compile(
    "[数量额率值度比]$|亏损$|盈利$|溢利$|收益$|授信$|投资$|补助$|补贴$|出口$|进口$|人次$|规模$|面积$|里程$|金$|资$|款$|入$|出$|价$"
)
CAUSES = ("推动", "支持", "帮助", "帮扶", "引导", "带动", "助力", "促进", "促成", "鼓励", "指导")  # what others do
AWARDED = re.compile("被?(?:获|评|入选|列|认定|授予|选)")
PREPOSITION = re.compile(  # what comes before those where or for whom something is done
    "(?:(?<![现存所实潜])在(?:[^，；。]{2,40}等)?|围绕|针对|聚焦|(?<![面朝])向|[与同给]|(?<![成作分列评定称名转变])为)"
    "(?:全国|全省|全市|全区|全县|约|近)?$"
)
OTHER_DEED = re.compile("[、和](?P<deed>[^，、]{2,6})")
AREAS = frozenset("省市县区州盟旗镇乡村国")
SPENT = re.compile("(?P<verb>投入|统筹|安排|筹集|拿出|整合|下达|落实)(?:了)?$")
FUNDS = re.compile("(?:资金|经费|补助|补贴|奖金|专款|贷款)$")
PURPOSE = re.compile("(?P<how>用于|支持|实施|推进|开展|建设|保障|扶持|推动)(?P<what>[^，。；：]{4,30})")
BOUND = re.compile("超|逾|不低于|不超过|低于|高于|不足|过")
BOUND_AFTER = re.compile("(?:均|都|全部|位居|居|位列|排名|达到)(?:已|为|是|在)?(?:全国|全省|全球|世界|国内|行业)?$")
NEW = "新"
CHANGED = re.compile(
    "^(?:累计|合计)?(?:新(?:增|建成?|登记|注册|认定|培育|创建|开工|开通|签约|设立?|投产|引进|获批|改建)?|净增|增开|增设|减少|淘汰|关停)"
)
