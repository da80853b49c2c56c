"""The forms of the phrases that name what is measured."""

from __future__ import annotations

import re

from etl.extraction.language.words import words

PRODUCTION = re.compile("^(?P<of>.*)产销(?:量)?$")
OF_THE_WHOLE = frozenset(
    ("零售总额", "总值", "收入", "支出", "余额", "投资", "总额", "居民人均可支配收入", "人均可支配收入")
)
WHERE = frozenset(("城市", "农村", "城镇", "乡村"))  # 城市、农村均上涨: of the metric before
OF_WHERE = re.compile("^(?:城市|农村|城镇|乡村)")
TERM = re.compile("^(?:隔夜期?|\\d+(?:天|个月|年)期?(?:以上)?)")
TERM_ENDS = ("夜", "期", "天", "月", "年", "以上")
STATES = frozenset(words("开工 投产 竣工 完工 签约 落地 上市 在建 续建 新开工 授权 通车 入库 成交 挂牌 摘牌 结案 审结"))
STATE = re.compile("|".join(sorted(STATES)))
STATE_AT_END = re.compile(f"(?:{STATE.pattern})(?:数|量)?$")
TRADES = ("经济", "产业", "行业", "市场", "贸易")  # that have a total themselves; of others there is a number
TOTAL = re.compile("^(?:总数|总量|总数量|累计总数)$")
TOTAL_OF_COUNTED = re.compile(  # 项目20个、总投资30亿元
    "(?:项目|工程)?(?:计划|累计|预计|概算)?(?:总(?:投资额?|规模|面积|里程|产能|装机(?:容量)?|金额|市值|资产|产值|营收|长度|库容)"
    "|投资总?额|合同总?金?额)$|^(?:当?年|年度)(?:度|内)?计划投资(?:额)?$"
)
GRANTED = re.compile(  # 得到资金支持的企业数: the amount after it is what they were granted
    "(?:得到|获得|获|享受|领取|兑现|发放)(?P<what>[^的]*(?:资金|支持|补贴|补助|奖励|贷款|授信|融资|担保))的"
)
IN_ORDER = re.compile(  # 全国第三个、北方第一个过10万亿元省份
    "(?:、[^，。；]{0,6}?第[^，。；]{1,3}个)?(?P<done>[^，。；、]{4,20}?)的?(?:省份|省|城市|市|县|地区|国家)(?:$|[，。；])"
)
PASSED = re.compile("过|突破|超|跨|迈")
SHARED_OUT = frozenset(
    ("投资", "投资额", "投资完成额", "贷款", "贷款余额", "出口", "进口", "进出口", "产值", "总产值", "营业收入", "利润")
)
AMONG = re.compile("在[^，在]{2,10}[中里内]$")  # 产量在同行业中居首位
SIZE = re.compile("(?:超|过)?[\\d一二三四五六七八九十百千万亿]+[元人](?:及?以上)?(?:的)?")
EACH_METRIC = re.compile("^(?:行业|产业|领域|企业|产品|地区)(?P<head>[^，]{2,8})$")
ORDINAL_TRADES = re.compile("第?一(?:、|和)二(?:(?:、|和)三)?次?产业(?P<head>.*)$")
PER = re.compile("(?:平均)?(?P<per>每[万千百]?(?:人|户|名居民|平方公里|亩|公里))")
DAILY = re.compile("(?:日均|月均|年均|每[天日])(?=(?:新增|[^增长升降]{0,2})$)")
RANKED_IN = re.compile("(?P<list>[^，]{4,}(?:榜单?|百强市?|名单|排行榜|评价|考核))(?:上|中|里)")
NEAR_SCOPE = re.compile("\ue000|^(?:全国|全省|全市|世界|全球)(?=.{6})")
NO_RANKED = re.compile(
    "^(?:在)?(?:全国|全省|全市|世界|全球)?[^，]{0,6}?(?:城市|省份|地区|国家)?[中里内]$|^城市$|.*(?:榜单?|名单)[上中里]$"
)
IS_LIST = re.compile("强|榜|名单|评价|竞争力|指数|排名|考核")
AREA_UNIT = re.compile("^[^/]*(?:亩|公顷|平方公里|平方米|平方千米)$")
