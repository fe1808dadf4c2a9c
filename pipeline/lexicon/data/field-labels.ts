import { type Entry, entriesOf } from '../vocabulary.js';

const NOTICES = {
  source: 'clauses, cells and column heads of notices of 2010–2026, State Council to counties',
  date: '2026-11-29',
} as const;

/** Last words of labels whose field holds a time: 完成时限, 时限要求, 起止时间, 进度安排. */
export const TIME_LABELS: readonly Entry<'time_label'>[] = entriesOf(
  'time_label',
  '时间 时限 期限 日期 节点 进度 时序 年限 周期 时间安排 时间节点 时间要求 时限要求 期限要求 进度要求 进度安排 工作进度 完成节点',
  NOTICES,
);

/** Words that narrow such a label. */
export const TIME_WORDS: readonly Entry<'time_word'>[] = entriesOf(
  'time_word',
  '办结 整改 起止 计划 预计 拟 要求 开始 启动 结束 报送 年度 阶段',
  NOTICES,
);

/** Labels whose field names no body that is responsible. */
export const FIELD_LABELS: readonly Entry<'field_label'>[] = entriesOf(
  'field_label',
  '政策依据 文件依据 法律依据 实施依据 依据 来源 完成标志 完成情况 预期成果 预期成效 成果形式 标志性成果 目标任务 工作目标 年度目标 目标 主要举措 具体举措 工作举措 工作措施 工作内容 工作要求 工作任务 主要任务 重点任务 任务内容 备注 说明 注 地点 地址 电话 联系电话 联系方式 咨询电话 监督电话 举报电话 邮箱 电子邮箱 目标位置 支持对象 补贴对象 补贴标准 支持标准 申请条件 申报条件 政策内容',
  NOTICES,
);

/**
 * Labels that end as a label of bodies does and name none that is responsible for a task: who wrote,
 * sent or answers, and the parties to a business.
 */
export const OTHER_BODY_LABELS: readonly Entry<'other_body_label'>[] = entriesOf(
  'other_body_label',
  '主送单位 主送机关 抄送单位 抄送机关 发文单位 发文机关 印发单位 印发机关 印制单位 制定机关 制发单位 发布单位 发布机构 起草单位 起草部门 拟稿单位 公开单位 公开机构 来源单位 信息来源单位 联系单位 联系部门 咨询单位 咨询部门 咨询机构 编制单位 报送单位 填报单位 填表单位 申报单位 申请单位 推荐单位 所属单位 所在单位 工作单位 用人单位 参会单位 参会部门 参加单位名单 建设单位 施工单位 设计单位 监理单位 勘察单位 业主单位 代建单位 中标单位 采购单位 计量单位 计算单位 金额单位 数据单位 货币单位 指标单位 面积单位 成员单位 有关单位 相关单位 各有关单位 各单位 各部门 各有关部门 各相关单位 有关部门 直属单位 受益单位 获奖单位 收款单位 付款单位',
  NOTICES,
);
