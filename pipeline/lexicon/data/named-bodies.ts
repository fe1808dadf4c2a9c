/**
 * Companies, exchanges, zones and field offices with names of their own, known by what notices
 * call them. A line: `official | names in notices | place`; with a place, the short name means
 * this body only in documents of that place and below. An official name needs no listing.
 *
 * Compiled by hand, 2026-11: names in notices from clauses of Shanghai, Zhejiang, Anhui and Fujian
 * of 2023, full names from general knowledge; not checked against the business register.
 */
export const NAMED_BODIES = `
上海国际港务（集团）股份有限公司 | 上港集团
上海机场（集团）有限公司 | 机场集团 | 上海市
上海机场（集团）有限公司 | 上海机场集团
东方航空物流股份有限公司 | 东航物流
中远海运集装箱运输有限公司 | 中远海运集运
中国铁路上海局集团有限公司 | 中铁上海局集团 上海铁路局集团
东方国际（集团）有限公司 | 东方国际集团
上海申通地铁集团有限公司 | 申通地铁 申通地铁集团 | 上海市
上海航运交易所 | 上海航交所
上海城投水务（集团）有限公司 | 城投水务 | 上海市
上海燃气有限公司 | 上海燃气
上海大众燃气有限公司 | 大众燃气 | 上海市
上海推进科技创新中心建设办公室 | 上海科创办
国网上海市电力公司 | 市电力公司 | 上海市
上海证券交易所 | 上交所
上海联合产权交易所有限公司 | 上海联合产权交易所
交通运输部东海航海保障中心 | 东海航海保障中心
长三角生态绿色一体化发展示范区执行委员会 | 长三角一体化示范区执委会 长三角生态绿色一体化发展示范区执委会 示范区执委会
中国（上海）自由贸易试验区临港新片区管理委员会 | 临港新片区管委会 | 上海市
上海虹桥国际中央商务区管理委员会 | 虹桥国际中央商务区管委会 虹桥商务区管委会 | 上海市
浙江省海港投资运营集团有限公司 | 省海港集团 | 浙江省
浙江省海港投资运营集团有限公司 | 浙江省海港集团
温州机场集团有限公司 | 温州机场集团
温州机场集团有限公司 | 机场集团 | 温州市
中国铁路南昌局集团有限公司漳州车务段 | 漳州车务段
杭州临空经济示范区管理委员会 | 杭州临空经济示范区管委会
杭州萧山机场海关 | 萧山机场海关
平潭综合实验区管理委员会 | 平潭综合实验区管委会
福州港务集团有限公司 | 福州港务集团
福州华润燃气有限公司 | 福州华润燃气公司
漳州发展水务集团有限公司 | 漳州发展水务集团
漳州安然燃气有限公司 | 漳州安然燃气公司
中国电信集团有限公司 | 中国电信
中国移动通信集团有限公司 | 中国移动
中国联合网络通信集团有限公司 | 中国联通
中国铁塔股份有限公司 | 中国铁塔
国家电网有限公司 | 国家电网
中国南方电网有限责任公司 | 南方电网
`;
