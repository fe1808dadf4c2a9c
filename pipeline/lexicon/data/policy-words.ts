import { entriesOf } from '../vocabulary.js';

const SOURCE = '各地惠企政策、稳增长措施、住房公积金和房地产政策通知';
const DATE = '2026-11-29';

const of = <Class extends string>(wordClass: Class, words: string) =>
  entriesOf(wordClass, words, { source: SOURCE, date: DATE });

/** What is given under a policy to those whom it covers. */
export const GIVING_WORDS = of(
  'giving',
  `
  给予 予以 奖励 奖补 补助 补贴 资助 贴息 奖金 补偿 贴补 补给 资金支持 经费支持 资金扶持 扶持资金 扶持 优惠 减免 减征 免征 减半 退还
  返还 返现 兑现 叠加 救助 慰问金 津贴 安家费 生活费 配套资金 一次性奖 赔偿 罚款 罚金 处以 抵用券 购房券 购房补 房票奖 立减 奖给 让渡
  补差 退税 抵免 发放一次性 一次性发放 一次性给 给与 激励 支持资金 资助金 助学金 奖学金 安置费 租补 房补 就业补 创业补 贴费
`,
);

/** What is charged, taxed, lent or priced: the numbers said of it are set by the policy. */
export const CHARGE_NOUNS = [
  // 质押金额 holds it.
  { ...of('charge', '押金')[0]!, except: ['押金额'] },
  ...of(
  'charge',
  `
  税率 税额 征收率 征收 计征 预征 预缴 计入 加计 扣除 摊销 抵减 抵扣 应纳税 所得税 增值税 契税 附加税 留抵 费率 利率 利息 LPR 基点 保证金
  保险费 保费 缴费 缴纳 缴存 缴交 租金 收费 费用标准 单价 限价 价款 首付 预付款 进度款 工资 工薪 定金 免收 收取 价格分 评审价 质保金
  履约 投标保证 注册资本 注册资金 电价 水价 气价 房价 租价 基准价 评估价 指导价 挂牌价 起始价 成交价 均价 管理费 结算款 维修资金 监管资金
  土地出让金 出让价 滞纳金 违约金 服务费 手续费 代理费 担保费 工本费 订金 差额 底价 备案价 销售价 票面 面值 地价 计收 抵押物
`,
),
];

/** Limits and shares that a policy sets for those who borrow, draw, hold or insure. */
export const ALLOTMENT_NOUNS = of(
  'allotment',
  `
  贷款额度 最高贷款 贷款最高 可贷额度 可贷 贷款限额 最高限额 最高额度 授信额度 提取额度 提取限额 贷款年限 贷款期限 首付款比例 首付比例 抵押基数 缴存基数 缴存比例
  门槛 支持金额 支持标准 支持比例 补助比例 支付比例 报销比例 报销 起付 封顶 待遇标准 待遇 补偿标准 保底 租房提取 贷款抵押 抵押率 贷款成数 信用贷款额度 担保额度 担保比例 担保责任 风险分担 分担比例
  代偿 承担比例 出资比例 持股 股权比例 股比 产权份额 份额 表决 得票 分值 权重 加分 计分 得分 容积率 建筑密度 配建 配建比例 计容 车位比 层高 进深
  套型 檐口 比例计提 计提 提成 奖励比例 分红 容忍度 不良率 溢价率 自持比例 退费 课时费
  杠杆 单户 单笔 单个企业 单个项目 单家 人均不 户均不 亩均不 资产总额
`,
);

/** Nouns of a share or sum that end in a number said of them: 覆盖率100%, 总规模20亿元. */
export const MEASURED_NOUNS = [
  ...of(
    'measured_share',
    '率 占比 比例 比重 覆盖面 完成度 满意度 知晓度 进度 强度 利用系数 贡献度 密度 指数 增速 增幅',
  ),
  ...of(
    'measured_sum',
    `
    总数 总量 总额 总值 总规模 总面积 总里程 总投资 余额 数量 规模 产值 里程 产量 面积 收入 投资 增加值 销售额 零售额 交易额 成交额 营业额 营收
    进出口额 容量 能力 存量 保有量 人数 户数 家数 个数 台数 件数 次数 床位数 发电量 用电量 吞吐量 客流量 人次 再就业 转移就业 就业 创业 招生 数
  `,
  ),
];
