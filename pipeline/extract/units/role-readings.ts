import type { RuleFacts } from '../../model/rule.js';

/** Clauses without a bracket, by rule id. */
export const LINE_READINGS = [
  {
    id: 'unit.line-label',
    summary: 'A label that opens a line stands before a list of bodies without a bracket.',
    example: '牵头单位：【市发展改革委】；配合单位：各区政府',
  },
  {
    id: 'unit.dash-line',
    summary:
      'Nothing but bodies behind dashes, below the words of what they are to do, is a clause.',
    example: '完善考核办法。⏎【——市国资委、市财政局】',
  },
  {
    id: 'unit.blanket-sentence',
    summary: 'A sentence that makes bodies responsible for other tasks is a clause, and no task.',
    example: '【以上各项任务均需各区政府落实，不再一一列出。】',
  },
] as const satisfies readonly RuleFacts[];

/** How a body and its role are told from the words of a clause, a cell or a sentence, by rule id. */
export const ROLE_READINGS = [
  {
    id: 'unit.label',
    summary:
      'The label before a list gives the role of its bodies: 牵头单位：, 配合单位：, 责任单位：.',
    example: '（责任单位：【市商务委】、上海海关）',
  },
  {
    id: 'unit.unmarked-label',
    summary: 'A label without a colon counts where a name follows it directly.',
    example: '（责任单位【市住建局】、市财政局）',
  },
  {
    id: 'unit.list',
    summary: 'A bare list of bodies makes each of them responsible, also with 按职责分工负责.',
    example: '（【市政务服务局】、市市场监管局、市税务局按职责分工负责）',
  },
  {
    id: 'unit.verb',
    summary: 'A verb behind the names in a clause gives their role: 牵头, 配合, 负责.',
    example: '（【市发展改革委】牵头，市商务委配合）',
  },
  {
    id: 'unit.joint',
    summary: 'X会同Y负责: the body before 会同 leads, those behind it support.',
    example: '（【财政部】会同国家发展改革委负责）',
  },
  {
    id: 'unit.bracketed-role',
    summary: 'A role in brackets behind or before a name is that of the body: （牵头）, （配合）.',
    example: '责任单位：【省市场监管局】（牵头）、省司法厅（配合）',
  },
  {
    id: 'unit.asterisk',
    summary: 'A mark before a name makes the body the lead of its list, the others support it.',
    example: '*【市经信局】、市科技局',
  },
  {
    id: 'unit.division',
    summary: 'Behind a label such as 责任分工： each part of the sentence begins with its bodies.',
    example: '责任分工：【市教育局】牵头制定方案；市财政局保障经费。',
  },
  {
    id: 'unit.before-comma',
    summary: 'Where the text says that bodies before the comma lead, they lead.',
    example: '（【市人力社保局】、市教育局，市妇联）（注：逗号前为牵头单位）',
  },
  {
    id: 'unit.first-leads',
    summary:
      'Where the text says 列第一位者为牵头单位，下同, the first of that and every later list leads.',
    example: '（【省发展改革委】、省财政厅按职责分工负责，列第一位者为牵头单位，下同）',
  },
  {
    id: 'unit.blanket',
    summary: 'A sentence that makes bodies responsible for all tasks adds them to each.',
    example: '以下任务均需【各县、市、区政府】及功能区管委落实，不再一一列出。',
  },
  {
    id: 'unit.cell',
    summary: 'A cell of a column of bodies names them; its head gives their role.',
    example: '| 责任单位 | … | 【市商务局】、市税务局 |',
  },
  {
    id: 'unit.line-head',
    summary: 'A body that opens its paragraph with a colon is charged with what stands behind it.',
    example: '【市水利局】：负责水库安全度汛',
  },
  {
    id: 'unit.verb-by',
    summary: '由 before a name and an act behind it make the body responsible, 由X牵头 the lead.',
    example: '由【市大数据局】牵头建设统一的数据平台。',
  },
  {
    id: 'unit.verb-before',
    summary: 'A sentence that begins with bodies and their charge: X牵头, X负责, X为责任主体.',
    example: '【市住房城乡建设局】负责指导各区开展改造。',
  },
  {
    id: 'unit.verb-beside',
    summary: 'Behind a body that a sentence charges, those that 配合, 协助 or 参与 support it.',
    example: '由县教育局牵头，【县公安局】配合。',
  },
  {
    id: 'unit.subject',
    summary:
      'The subject of an obligation is responsible where nothing else in its task says who is.',
    example: '【市县行政执法机关】应当公示检查计划。',
  },
] as const satisfies readonly RuleFacts[];

/** The rule of a body. */
export type UnitRule = (typeof ROLE_READINGS)[number]['id'];
