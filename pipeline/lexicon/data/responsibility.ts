import { type Entry, entriesOf } from '../vocabulary.js';

const NOTICES = {
  source: 'clauses, cells and column heads of notices of 2010–2026, State Council to counties',
  date: '2026-11-29',
} as const;

/**
 * Words of responsibility with the role that they give, alone (`牵头：`), before a noun (`牵头单位`) or as
 * a verb (`市发改委牵头`). Labels are put together of them: 协同责任单位, 牵头负责部门, 具体落实处室.
 */
export const RESPONSIBILITY: readonly Entry<'responsibility'>[] = [
  ...entriesOf(
    'responsibility',
    '牵头 总牵头 主责 主办 主抓 抓总 领办 主导 主要负责 第一责任 首要责任',
    { role: 'lead', forms: ['label', 'verb', 'column'], ...NOTICES },
  ),
  ...entriesOf('responsibility', '负总责', { role: 'lead', forms: ['verb'], ...NOTICES }),
  ...entriesOf(
    'responsibility',
    '配合 协办 协作 协同 协助 支持 参与 参加',
    { role: 'support', forms: ['label', 'verb', 'column'], ...NOTICES },
  ),
  ...entriesOf('responsibility', '会同 会办 联办 协管 协力 辅助 联动 合作 协建 共建', {
    role: 'support',
    forms: ['label', 'column'],
    ...NOTICES,
  }),
  ...entriesOf('responsibility', '负责 落实 实施 执行 承办 承担 组织实施', {
    role: 'responsible',
    forms: ['label', 'verb', 'column'],
    ...NOTICES,
  }),
  ...entriesOf('responsibility', '督办', {
    role: 'responsible',
    forms: ['label', 'verb', 'column'],
    ...NOTICES,
  }),
  ...entriesOf('responsibility', '责任 监管 主管 承接', {
    role: 'responsible',
    forms: ['label', 'column'],
    ...NOTICES,
  }),
];

/** Verbs that also name what is done (金融支持, 部门协同): a bracket with no other one is no clause. */
export const WEAK_VERBS: readonly Entry<'weak_verb'>[] = entriesOf(
  'weak_verb',
  '支持 协同 协作 实施 落实 执行',
  NOTICES,
);

/** How a body does what it is responsible for, before the verb: `共同负责`, `积极配合`, `具体落实`. */
export const ADVERBS: readonly Entry<'adverb'>[] = entriesOf(
  'adverb',
  '共同 联合 分别 各自 具体 积极 主动 密切 认真 抓好 做好 统一 全力 协调 统筹',
  NOTICES,
);

/** What stands behind such a verb and changes nothing: `牵头组织实施`, `配合做好`. */
export const VERB_TAILS: readonly Entry<'verb_tail'>[] = entriesOf(
  'verb_tail',
  '负责 落实 实施 推进 组织 统筹 协调 做好 抓好 抓总 完成 办理 推动 督导 指导 到位 属地责任 属地管理责任 属地监管责任 主体责任 监管责任 监管主体责任 行业监管责任 管理责任 工作责任',
  NOTICES,
);

/** Words of duty that say who is responsible only before a noun: 推进单位, 监督部门, 归口管理处室. */
export const DUTIES: readonly Entry<'duty'>[] = [
  ...entriesOf('duty', '领衔 总揽 首责 主战 主建', {
    role: 'lead',
    forms: ['label', 'column'],
    ...NOTICES,
  }),
  ...entriesOf('duty', '支撑 支援 协理 协从 协查 协配 参建 参战', {
    role: 'support',
    forms: ['label', 'column'],
    ...NOTICES,
  }),
  ...entriesOf(
    'duty',
    '组织 推进 推动 完成 统筹 协调 分工 经办 办理 督导 督促 监督 检查 指导 管理 服务 保障 审核 审批 受理 归口 分管 对口 包保 包抓 包联 帮扶 联系 认领 跟进 承建 运营 运维 考核 评估 验收 执法 主体责任',
    { role: 'responsible', forms: ['label', 'column'], ...NOTICES },
  ),
];

/** What narrows a label and gives no role: 具体责任单位, 市级牵头部门, 建议配合单位. */
export const LABEL_MODIFIERS: readonly Entry<'label_modifier'>[] = entriesOf(
  'label_modifier',
  '第一 第二 第三 第四 第五 主要 具体 直接 共同 联合 其他 其它 相关 有关 各 建议 拟 原 现 日常 主体 属地 属事 行业 业务 工作 任务 项目 改革 整改 技术 政策 措施 举措 事项 国家 中央 省级 市级 区级 县级 州级 盟级 旗级 镇级 省直 市直 区直 县直 州直 本级 内部 全市 全省 全区 全县 省 市 区 县 州',
  NOTICES,
);

/** Nouns that end a label of bodies. */
export const LABEL_NOUNS: readonly Entry<'label_noun'>[] = entriesOf(
  'label_noun',
  '单位 部门 部门单位 处室 科室 股室 部室 处科室 科处室 站所 科所 院所 院系 学院 局办 办局 委办局 委办 部办委局 委局 部委 科局 主体 机关 机构 镇街 街镇 乡镇 街道 县区 区县 社区 专班 条线 局 处 科 组 方',
  NOTICES,
);

/** What joins two labels in one: 牵头及配合单位, 责任单位和部门. */
export const LABEL_JOINERS: readonly Entry<'label_joiner'>[] = entriesOf(
  'label_joiner',
  '及 和 与 或 以及 、 /',
  NOTICES,
);

/** The words that nearly every notice has, by which a clause or a table of work is known at sight. */
export const USUAL_WORDS: readonly Entry<'usual_word'>[] = entriesOf(
  'usual_word',
  '责任 牵头 负责 配合',
  NOTICES,
);
export const USUAL_LABEL_WORDS: readonly Entry<'usual_word'>[] = entriesOf(
  'usual_word',
  '责任 牵头 配合 落实',
  NOTICES,
);

/** Verbs that charge a body in running text, whatever they charge it with: `市财政局负责…`, `各区按职责分工…`. */
export const CHARGES: readonly Entry<'charge'>[] = entriesOf('charge', '牵头 负责 负总责', NOTICES);

/** What charges a body only where a clause ends with it: `省发展改革委统筹。` */
export const CLOSING_CHARGES: readonly Entry<'closing_charge'>[] = entriesOf(
  'closing_charge',
  '统筹 统筹协调 统筹推进 统筹调度 统筹指导',
  NOTICES,
);

/** Nouns that end a label of persons, who are no bodies: 牵头负责领导, 责任人, 联系人及电话. */
export const PERSON_NOUNS: readonly Entry<'person_noun'>[] = entriesOf(
  'person_noun',
  '领导 领导同志 责任人 负责人 联系人 联络人 联络员 承办人 经办人 牵头人 分管人 人员 同志 人',
  NOTICES,
);

/**
 * Heads and labels that stand before sentences about bodies: `任务分解：市发改委等单位做好…；各县区政府…`.
 */
export const DIVISION_LABELS: readonly Entry<'division_label'>[] = entriesOf(
  'division_label',
  '任务分解 任务分工 责任分工 职责分工 工作分工 部门分工 分工',
  NOTICES,
);
