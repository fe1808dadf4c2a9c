/**
 * The power company of each province and what its branches in cities are called: a line `province
 * company kind-of-branch kind-of-branch-in-counties`; a branch is `company` + place + kind. Where
 * no kind is given, none is vouched for.
 *
 * Compiled by hand, 2026-11, from clauses of notices of 2018–2026 and general knowledge.
 */
export const POWER_COMPANIES = `
上海市 国网上海市电力公司
北京市 国网北京市电力公司
天津市 国网天津市电力公司
重庆市 国网重庆市电力公司
河北省 国网河北省电力有限公司 供电分公司
山西省 国网山西省电力公司 供电公司
辽宁省 国网辽宁省电力有限公司 供电公司
吉林省 国网吉林省电力有限公司 供电公司
黑龙江省 国网黑龙江省电力有限公司 供电公司
江苏省 国网江苏省电力有限公司 供电分公司
浙江省 国网浙江省电力有限公司 供电公司
安徽省 国网安徽省电力有限公司 供电公司
福建省 国网福建省电力有限公司 供电公司
江西省 国网江西省电力有限公司 供电分公司 供电分公司
山东省 国网山东省电力公司 供电公司
河南省 国网河南省电力公司 供电公司
湖北省 国网湖北省电力有限公司 供电公司
湖南省 国网湖南省电力有限公司 供电分公司 供电分公司
四川省 国网四川省电力公司 供电公司
陕西省 国网陕西省电力有限公司 供电公司
甘肃省 国网甘肃省电力公司 供电公司
青海省 国网青海省电力公司 供电公司
宁夏回族自治区 国网宁夏电力有限公司 供电公司
新疆维吾尔自治区 国网新疆电力有限公司 供电公司
西藏自治区 国网西藏电力有限公司 供电公司
广东省 广东电网有限责任公司 供电局
广西壮族自治区 广西电网有限责任公司 供电局
云南省 云南电网有限责任公司 供电局
贵州省 贵州电网有限责任公司 供电局
海南省 海南电网有限责任公司 供电局
`;
