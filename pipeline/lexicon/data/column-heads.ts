import type { Entry } from '../vocabulary.js';

/** What the head of a column tells: what the column holds, or that it may be one of several. */
export type HeadKind =
  /** 序号 */
  | 'number'
  /** A heading over rows: 总体任务, 一级分类. */
  | 'group'
  /** Says what to do, whatever stands beside it: 举措. */
  | 'deed'
  /** Says what to do where no `deed` stands beside it; else heads the rows. */
  | 'task'
  /** Names the row; what to do where nothing else says it: 服务事项. */
  | 'item'
  | 'goal'
  | 'period'
  | 'units'
  | 'lead_units'
  | 'support_units'
  /** 单位: a body, or what a number counts. */
  | 'unit_or_body'
  /** 联系人, 联系电话: names, telephone numbers, or both. */
  | 'contact'
  /** 责任领导, 责任人: who answers for it in a body. */
  | 'person'
  /** What kind of thing the row is: 板块类别. */
  | 'category'
  /** 指标名称 */
  | 'indicator'
  /** A number to be reached: 2025年, 目标值. */
  | 'value'
  /** A number that was: 现状值, 2024年完成情况. */
  | 'baseline'
  /** 计量单位 */
  | 'measure_unit'
  | 'name'
  | 'definition'
  | 'other';

/** A word of a column's head. */
export interface HeadEntry extends Entry<'column_head'> {
  readonly kind: HeadKind;
  readonly place: 'whole' | 'end' | 'any';
}

const NOTICES = {
  source: 'heads of tables of work, indicators, lists and definitions in notices of 2015–2026',
  date: '2026-11-29',
} as const;

const heads = (
  kind: HeadEntry['kind'],
  place: HeadEntry['place'],
  words: string,
): readonly HeadEntry[] =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => ({ word, class: 'column_head' as const, kind, place, ...NOTICES }));

/**
 * Heads of columns, the surest first; heads of bodies (牵头单位) and persons (责任领导) are told by the
 * words of responsibility. `whole`: the head is the word; `end`: it ends with the word; `any`: the word
 * stands in it.
 */
export const COLUMN_HEADS: readonly HeadEntry[] = [
  ...heads('number', 'whole', '序号 序 编号 项次 项目编号 任务编号 No No. 条目 次序'),
  ...heads('contact', 'any', '联系人 联络员 联络人 联系方式 联系电话'),
  ...heads('contact', 'whole', '联系人 联络员 联系电话 联系方式 联系人及电话 联系人及联系电话 联系人及联系方式 手机 电话 手机号 手机号码 电话号码 责任人及电话 责任人电话'),
  ...heads('person', 'whole', '责任人 负责人 责任领导 分管领导 牵头领导'),
  ...heads(
    'name',
    'whole',
    '职务 职称 性别 组长 成员 企业名称 公司名称 机构名称 单位名称 名词 术语 概念 词条 名词术语 专有名词',
  ),
  ...heads('name', 'any', '姓名'),
  ...heads('name', 'end', '企业名单 公司名单 学校名单 医院名单'),
  ...heads('definition', 'any', '释义'),
  ...heads('definition', 'whole', '解释 名词解释 含义 定义 内涵 概念解释'),
  ...heads(
    'period',
    'whole',
    '周期 时序 阶段 时限 期限 时间 日期 实施阶段 完成时限 完成时间 完成期限 办结时限 推进时限 工作时限 起止时间 计划时间 计划完成时间 整改时限 落实时限 实施时间 时间安排 时间节点 时间进度 时间要求 进度安排 进度要求 进度节点 时序进度',
  ),
  ...heads('period', 'any', '时限 期限 时间 阶段 进度 节点 年限'),
  ...heads('baseline', 'any', '现状 基期 基数 基准 基础值 实绩 实际 完成情况 上年 去年'),
  ...heads(
    'group',
    'whole',
    '世行指标 营商环境指标 一级指标 评价指标 评估指标 对标指标 世行评估指标 世行评价指标 营商环境评估指标 营商环境评价指标 对标评估指标 对标评价指标',
  ),
  ...heads('value', 'whole', '目标值 指标值 年度目标值 预期值 计划值 数值 计划数 目标数'),
  ...heads('indicator', 'end', '指标 指标名称 指标内容 指标项 指标项目'),
  ...heads('measure_unit', 'whole', '计量单位 指标单位 单位量纲'),
  ...heads('unit_or_body', 'whole', '单位'),
  ...heads('goal', 'whole', '目标 工作目标 任务目标 年度目标 预期目标 主要目标 预期成果 工作成效'),
  ...heads('goal', 'end', '目标 目标要求 目标任务 目标成效'),
  ...heads(
    'goal',
    'whole',
    '成果 成效 效果 成果形式 预期成效 预期效果 工作成果 工作效果 改革成果 改革成效 改革效果 阶段性成果 阶段性成效 标志性成果 标志性成效 主要成果 主要成效',
  ),
  ...heads(
    'item',
    'whole',
    '改革举措 改革措施 改革事项 改革任务 改革项目 创新举措 创新措施 创新事项 创新任务 创新项目 试点举措 试点措施 试点事项 试点任务 试点项目',
  ),
  ...heads(
    'deed',
    'whole',
    '举措 措施 落实举措 落实措施 工作举措 工作措施 具体举措 具体措施 主要举措 主要措施 细化举措 细化措施 推进举措 推进措施 重点举措 重点措施 任务内容 工作内容 具体内容 主要内容 具体任务 细化任务 分解任务 具体要求 工作要点 内容 简介',
  ),
  ...heads('deed', 'any', '举措 措施 做法 增值服务事项 服务简介 工作要点'),
  ...heads(
    'deed',
    'end',
    '工作内容 任务内容 主要内容 具体内容 重点内容 服务内容 建设内容 改革内容 落实内容 实施内容 整改内容 事项内容 推进内容 事项说明 事项描述 事项要点 任务说明 任务描述 任务要点 工作说明 工作描述',
  ),
  ...heads(
    'group',
    'whole',
    '总体任务 总任务 领域 板块 方面 大类 模块 重点领域 重点板块 重点方面 工作领域 工作板块 工作方面 任务领域 任务板块 服务领域 服务板块 改革领域 改革板块 所属领域 所属板块 一级分类 一级任务 一级目录 任务分类 任务类别 任务类型 工作类别 工作分类 事项分类 事项类别 章节 专项行动 重大行动 行动 工程 领域名称 板块名称 行动名称 工程名称',
  ),
  ...heads(
    'item',
    'whole',
    '二级分类 二级任务 二级目录 二级事项 三级分类 三级任务 三级目录 三级事项 名称 子项 场景 任务事项 服务事项 任务名称 事项名称 工作名称 项目名称 工作事项 重点事项 主要事项 年度事项 重点项目 主要项目 年度项目',
  ),
  ...heads('item', 'end', '类事名称 事项名称 任务名称 项目名称 工作名称 服务名称 场景名称 清单名称'),
  ...heads('item', 'end', '服务事项 事项 项目'),
  ...heads(
    'item',
    'end',
    '整治行业名称 整治行业 整治领域 整治内容 检查行业 检查领域 检查内容 检查重点 检查项目',
  ),
  ...heads(
    'task',
    'whole',
    '任务 工作 重点工作 重点任务 主要工作 主要任务 工作任务 年度工作 年度任务 工作要求',
  ),
  ...heads('task', 'any', '任务 工作'),
  ...heads('task', 'end', '实事 实事内容 实事项目'),
  ...heads('task', 'end', '要求'),
  ...heads('category', 'any', '类别 类型 分类 性质 属性'),
  ...heads('other', 'whole', '备注 来源 依据 完成标志 进展情况 工作进展'),
  ...heads('other', 'any', '备注 依据 文号 来源 问题 情况 说明'),
];

/** Heads of what permits, fees and penalties are listed with: such a table lists, it sets no work. */
export const LISTING_HEADS: readonly HeadEntry[] = heads(
  'other',
  'any',
  '设定依据 法律依据 实施依据 许可条件 申请材料 申报材料 办理流程 收费标准 收费依据 违法行为 处罚 裁量 补助金额 安排金额 金额 中标 得分 权重 分值 评分',
);

/** Last words of heads that say nothing of the column's use, so that a row of them is a head. */
export const PLAIN_HEADS: readonly HeadEntry[] = heads(
  'other',
  'end',
  '号 名称 姓名 内容 单位 部门 主体 机构 责任人 负责人 领导 电话 方式 年 年度 类别 分类 类型 领域 值 简介 标准 对象 环节 清单 职务 地区 区域 方案 频次 形式',
);

/** Last words of a table's title: 2025年重点任务分解表, 责任清单, 指标体系. */
export const TABLE_TITLES: readonly HeadEntry[] = heads(
  'other',
  'end',
  '表 清单 台账 一览 目录 名单 明细 指标体系 任务分解 任务分工 责任分工 责任分解',
);
