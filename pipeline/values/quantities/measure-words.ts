/**
 * Measure words (量词) and units of measurement (计量单位) that follow a number in official documents.
 * Source: the words met in the notices that the project is tested on, with the names of units and
 * currencies in general use; no standard was copied. Compiled 2025-11.
 */

const wordsOf = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Shares and steps. A leading 个 belongs to the way of counting, not to the unit. */
export const SHARE_UNITS: readonly string[] = wordsOf(`
  % ‰ 番 百分点 个百分点 基点 个基点
`);

/** Lengths of time. */
export const TIME_UNITS: readonly string[] = wordsOf(`
  工作日 个工作日 自然日 个自然日 交易日 个交易日 日历天 天 日 小时 个小时 分钟 秒 秒钟 周 个星期 星期 个月
  年 周年 个季度 岁 周岁 年度 个年度 学年 个学年
`);

/** Money. */
export const MONEY_UNITS: readonly string[] = wordsOf(`
  元 圆 人民币 块钱 元钱 美元 美圆 美金 欧元 日元 英镑 港元 港币 澳元 加元 韩元 卢布 泰铢 新台币 台币 新元
  瑞士法郎
`);

/** Measurement. */
export const PHYSICAL_UNITS: readonly string[] = wordsOf(`
  公里 千米 米 分米 厘米 公分 毫米 微米 纳米 海里 英里 英尺 英寸 尺 平方公里 平方千米 平方米 平方厘米
  平方英尺 平米 公顷 亩 立方米 立方厘米 方 吨 公斤 千克 克 毫克 微克 斤 两 磅 吨标准煤 吨标煤 标准吨 总吨
  载重吨 升 公升 毫升 桶 千瓦 兆瓦 吉瓦 瓦 千瓦时 千瓦小时 度电 千伏 伏 赫兹 摄氏度 分贝 帕 兆帕 焦耳 标准箱
  个标准箱 标箱 TEU 吞吐吨 比特 字节 Mbps Gbps Tbps 兆比特 GB TB PB EFLOPS PFLOPS 标准机架 机架 km cm mm m² m³ m2 m3 km² km2 hm² ㎡ ㎥ kg mg μg µg ug ml L
  kW MW GW kWh m g t ℃ P DDDs
`);

/** What is counted. Words that are mostly parts of other words (点 角 手 步 方 面) are left out. */
export const COUNT_UNITS: readonly string[] = wordsOf(`
  个 家 家次 户 户次 项 项次 件 件次 名 人 人次 人天 人日 位 场 场次 次 亩次 批 批次 条 条次 款 种 类 样 门 门类 堂
  期 届 轮 轮次 部 台 台套 台（套） 套 辆 架 架次 艘 艘次 列 班 班次 航次 班列 趟 座 处 所 间 栋 幢 张 份 本 册
  篇 幅 幅次 集 首 字 词 只 头 头只 头（只） 羽 羽只 只羽 匹 尾 棵 株 粒 枚 根 支 对 双 副 组 队 团 片 块 把 瓶 盒 箱 袋 笔 宗 单 起 例 票
  份额 注 学时 课时 个学时 个课时 倍 层 级 道 环 环节 回 遍 趟次 声 张床位 床位 个床位 车位 停车位 个车位 个泊车位 泊位 个泊位 展位
  万吨级泊位 盏 杆 扇 剂 剂次 人份 台次 辆次 车次 分 口 眼 顶
`);

/** Nouns that are counted without a measure word after Arabic figures: 3市, 11省, 5校. */
export const NOUN_UNITS: readonly string[] = wordsOf(`
  省 市 县 区 镇 乡 村 街道 社区 城市 国 国家 地区 园区 校 企 店 站 馆 院 床 席 岗
`);

/** What a unit is called in a record where the text counts with 个 or uses another form of the name. */
export const UNIT_NAMES: ReadonlyMap<string, string> = new Map([
  ['个工作日', '工作日'],
  ['个自然日', '自然日'],
  ['个交易日', '交易日'],
  ['个百分点', '百分点'],
  ['个基点', '基点'],
  ['个小时', '小时'],
  ['个星期', '星期'],
  ['个季度', '季度'],
  ['个年度', '年度'],
  ['个学年', '学年'],
  ['个学时', '学时'],
  ['个课时', '课时'],
  ['个标准箱', '标准箱'],
  ['圆', '元'],
  ['人民币', '元'],
  ['块钱', '元'],
  ['元钱', '元'],
  ['美圆', '美元'],
  ['美金', '美元'],
  ['港币', '港元'],
  ['台币', '新台币'],
]);
