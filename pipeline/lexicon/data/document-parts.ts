import { type Entry, entriesOf } from '../vocabulary.js';

type PartClass =
  | 'aims'
  | 'whole_heading'
  | 'applicants'
  | 'changing_verb'
  | 'work'
  | 'next_steps'
  | 'unlabelled'
  | 'listing';

const NOTICES = { source: '各地实施方案、若干措施、申报通知的标题', date: '2026-11-29' };

/** In headings whose blocks tell nobody to do a thing: aims, principles, definitions, scope. */
export const AIMS: readonly Entry<PartClass>[] = entriesOf(
  'aims',
  `总体要求 指导思想 基本原则 工作原则 主要原则 总体思路 工作思路 基本思路 总体考虑 工作目标 主要目标 总体目标 发展目标 行动目标
  改革目标 建设目标 具体目标 预期目标 年度目标 任务目标 创建目标 阶段目标 阶段性目标 适用范围 适用对象 标准条件 名词解释 概念集
  术语 有关概念 相关概念 概念界定 概念解释 重要意义 重大意义 政策背景 制定背景 出台背景 起草说明 编制依据 制定依据 政策依据
  文件依据 法律依据 基本情况 现状 面临形势`,
  NOTICES,
);
/** Headings of the same kind that are no more than the word. */
export const WHOLE_HEADINGS = entriesOf(
  'whole_heading' as PartClass,
  `目标 目标要求 附则 活动主题 会议主题 工作主题 主题 背景 目的 定义 说明 备注 其他 其他事项 其他说明 其它 其它事项 解释权 施行时间
  施行日期 实施时间 有效期 政策有效期 咨询电话 联系方式 联系电话 咨询方式`,
  NOTICES,
);
/** Headings that say who may apply, with what and how; a verb of change before them makes them work. */
export const APPLICANTS = entriesOf(
  'applicants' as PartClass,
  `补贴对象 补助对象 支持对象 扶持对象 奖励对象 奖补对象 保障对象 救助对象 享受对象 申报对象 申请对象 申领对象 办理对象 服务对象
  招生对象 受理对象 发放对象 申报主体 申报范围 支持范围 补贴范围 申请条件 申报条件 申领条件 补贴条件 支持条件 扶持条件 奖励条件
  享受条件 受理条件 办理条件 认定条件 准入条件 基本条件 资格条件 申报要求 申报材料 申请材料 申领材料 办理材料 所需材料 提交材料
  材料清单 申报资料 申请资料 申报流程 申请流程 申领流程 办理流程 审核流程 认定流程 兑现流程 拨付流程 基本流程 申报程序 申请程序
  申领程序 办理程序 审核程序 认定程序 审批程序 兑现程序 申报方式 申请方式 办理方式 申报时间 申请时间 受理时间 申报期限
  申请期限 办理时限 办理渠道 申请渠道 受理渠道 受理单位 受理部门 受理窗口 办理地点 补贴标准 补助标准 奖补标准 发放标准 收费标准
  救助标准 保障标准`,
  NOTICES,
);
/** Verbs that make such a heading work: 放宽申请条件. */
export const CHANGING_VERBS = entriesOf(
  'changing_verb' as PartClass,
  `放宽 优化 简化 完善 规范 明确 压缩 精简 扩大 取消 调整 统一 公开 严格 提高 加强 健全 缩短 畅通 拓展 拓宽 降低 制定 落实 减少
  建立 改进 创新 再造 细化 强化 提升 合理确定 科学确定
  方便 便利 推行 实行 推进 实施 支持 鼓励 做好 组织 开展`,
  NOTICES,
);
/** Words that show that a heading has work beneath it after all. */
export const WORK = entriesOf(
  'work' as PartClass,
  '重点任务 主要任务 工作任务 工作举措 工作措施 主要举措 主要措施 重点工作 保障措施 组织实施 落实',
  NOTICES,
);
/** In documents that give no tasks as a whole: headings below which it says what is to be done. */
export const NEXT_STEPS = entriesOf(
  'next_steps' as PartClass,
  `下一步工作 下一步打算 下一步举措 下一步措施 下一步计划 下一步安排 下一步重点 下一步思路 下一步的 下步工作 下步打算 下步举措 下步措施
  下步计划 今后工作 今后打算 工作安排 重点任务 重点工作安排 主要任务 工作打算 改进措施 整改措施 工作建议安排`,
  { source: '工作总结、提案答复、专项报告', date: '2026-11-29' },
);
/** Headings of notices that often stand without a label. */
export const UNLABELLED = entriesOf(
  'unlabelled' as PartClass,
  `总体要求 指导思想 基本原则 工作原则 工作目标 主要目标 总体目标 发展目标 重点任务 主要任务 工作任务 重点工作 工作举措 主要举措
  主要措施 工作措施 政策措施 重点举措 具体措施 实施步骤 工作步骤 时间安排 进度安排 保障措施 组织保障 组织实施 工作要求 有关要求
  工作保障 组织领导 附则`,
  NOTICES,
);
/** Last words of attachments that list, draw or define, whatever their labels are. */
export const LISTING = entriesOf(
  'listing' as PartClass,
  `专班 工作组 领导小组 名单 成员 通讯录 联系方式 架构图 体系图 示意图 流程图 路线图 二维码 概念集 名词解释 术语 申请表 登记表
  申报表 推荐表 汇总表 承诺书 样表 样本 格式 文书 编码 评分表`,
  NOTICES,
);
