/** What a column of a table holds. */
export type ColumnRole =
  /** 序号 */
  | 'number'
  /** A heading over rows: 总体任务, 一级分类. */
  | 'group'
  /** What names the row: 服务事项, 二级分类, 改革举措. */
  | 'item'
  /** What is to be done: 举措, 服务简介, 主要内容. */
  | 'measure'
  | 'goal'
  | 'period'
  | 'units'
  | 'lead_units'
  | 'support_units'
  /** 联系人, 联系电话: names, telephone numbers, or both. */
  | 'contact'
  /** What there is already, beside the measures: 基本服务事项. */
  | 'listed'
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

/** What the head of a column tells: its role, or that it may be one of several. */
export type HeadKind =
  | Exclude<ColumnRole, 'measure' | 'item'>
  /** Says what to do, whatever stands beside it. */
  | 'deed'
  /** Says what to do where no `deed` stands beside it; else heads the rows. */
  | 'task'
  /** Names the row; what to do where nothing else says it. */
  | 'item'
  /** 单位: a body, or what a number counts. */
  | 'unit_or_body';

interface HeadRule {
  readonly kind: HeadKind;
  readonly pattern: RegExp;
}

/**
 * The heads of columns in notices' tables; the first that fits counts. A head is read without white
 * space and without what stands in brackets.
 */
export const HEAD_RULES: readonly HeadRule[] = [
  { kind: 'number', pattern: /^(?:序号|序|编号|项次|No\.?|项目编号|任务编号)$/i },
  { kind: 'contact', pattern: /联系人|联络员|联系方式|联系电话|^(?:手机|电话|责任人及电话)/ },
  { kind: 'support_units', pattern: /^(?:配合|协同|协办|参与|参加|支持)(?:单位|部门|处室)?$/ },
  { kind: 'units', pattern: /牵头.*(?:配合|责任|参与|协同)/ },
  { kind: 'lead_units', pattern: /牵头|^主办(?:单位|部门)?$|^主责(?:单位|部门)$/ },
  { kind: 'support_units', pattern: /(?:配合|协同|协办|参与)(?:单位|部门|处室)/ },
  {
    kind: 'units',
    pattern:
      /责任(?:单位|部门|主体|处室|科室|分工)|(?:承办|落实|实施|主管|负责|执行|推进|完成|监管|服务|省级|市级|区级|县级)(?:单位|部门|主体)$|^(?:部门|责任分工|分工)$/,
  },
  {
    kind: 'name',
    pattern:
      /姓名|^(?:职务|职称|性别|组长|成员|企业名称|公司名称|机构名称|单位名称)$|(?:企业|公司|学校|医院)名单$/,
  },
  { kind: 'name', pattern: /^(?:名词|术语|概念|词条|名词术语|专有名词)$/ },
  { kind: 'definition', pattern: /释义|^(?:解释|名词解释|含义|定义|内涵|概念解释)$/ },
  {
    kind: 'period',
    pattern: /时限|期限|时间|阶段|进度|节点|年限|^(?:周期|时序)$/,
  },
  { kind: 'baseline', pattern: /现状|基期|基数|基准|基础值|实绩|实际|完成情况|上年|去年/ },
  { kind: 'group', pattern: /^(?:世行|营商环境|一级|评价|评估|对标)(?:评估|评价)?指标$/ },
  {
    kind: 'value',
    pattern:
      /^(?:目标值|指标值|年度目标值|预期值|计划值|数值|计划数|目标数)$|^(?:到|至)?20\d\d年?(?:底|末)?(?:目标值?|计划)?$|^“?十[三四五六]五”?末?(?:目标值?)?$/,
  },
  { kind: 'indicator', pattern: /指标(?:名称|内容|项|项目)?$/ },
  { kind: 'measure_unit', pattern: /^(?:计量单位|指标单位|单位量纲)$/ },
  { kind: 'unit_or_body', pattern: /^单位$/ },
  {
    kind: 'goal',
    pattern:
      /目标(?:要求|任务|成效)?$|^(?:预期|工作|改革|阶段性|标志性|主要)?(?:成果|成效|效果)(?:形式)?$/,
  },
  { kind: 'item', pattern: /^(?:改革|创新|试点)(?:举措|措施|事项|任务|项目)$/ },
  {
    kind: 'deed',
    pattern:
      /举措|措施|做法|增值服务事项|(?:工作|任务|主要|具体|重点|服务|建设|改革|落实|实施|整改|事项|推进)内容$|^内容$|服务简介|^简介$|(?:事项|任务|工作)(?:说明|描述|要点)$|工作要点/,
  },
  {
    kind: 'group',
    pattern:
      /^(?:总体任务|总任务|(?:重点|工作|任务|服务|改革|所属)?(?:领域|板块|方面|大类|模块)|一级分类|一级任务|一级目录|任务分类|任务类别|工作类别|事项分类|事项类别|章节|专项行动|重大行动|行动|工程)(?:名称)?$/,
  },
  {
    kind: 'item',
    pattern:
      /^(?:[二三]级(?:分类|任务|目录|事项)|.*类事名称|.{0,8}(?:事项|任务|项目|工作|服务|场景|清单|举措)名称|.{0,6}服务事项|.{0,4}事项|.{0,4}项目|名称|子项|场景)$/,
  },
  { kind: 'task', pattern: /任务|工作|要求$/ },
  { kind: 'category', pattern: /类别|类型|分类|性质|属性/ },
  { kind: 'other', pattern: /备注|依据|文号|来源|问题|情况|说明/ },
];

/** What a head tells; null where no rule knows it. */
export function headKind(head: string): HeadKind | null {
  const words = head.replace(/\s+/g, '').replace(/[（(][^（()）]*[）)]/g, '') || head;
  return HEAD_RULES.find((rule) => rule.pattern.test(words))?.kind ?? null;
}

/** Heads of what permits, fees and penalties are listed with: such a table lists, it sets no work. */
export const LISTING_HEAD =
  /设定依据|法律依据|实施依据|许可条件|申请材料|申报材料|办理流程|收费标准|收费依据|违法行为|处罚|裁量|补助金额|安排金额|金额|中标|得分|权重|分值|评分/;
