import type { Rule } from '../../../model/rule.js';

/** A rule as docs list it. */
type Described = Pick<Rule<never, never>, 'id' | 'summary' | 'example'>;

/** What makes a name a responsible body, and of which role, once the words around it are known. */
export const MENTION_RULES = [
  {
    id: 'unit.label',
    summary: 'Names behind a label of bodies have the role of its words.',
    example: '（牵头单位：【市发展改革委】；协作单位：市教育局）',
  },
  {
    id: 'unit.unmarked-label',
    summary: 'A label without a colon counts where a name follows it directly.',
    example: '（责任单位【市住建局】、市财政局）',
  },
  {
    id: 'unit.division',
    summary:
      'Bodies that open the sentences behind 任务分工： are responsible; 牵头 behind them makes them lead.',
    example: '任务分工：【市发改委】牵头做好发布；各县区政府开设专栏。',
  },
  {
    id: 'unit.verb',
    summary: 'Names before a verb of responsibility that closes what is said have its role.',
    example: '（【市教育局】牵头，市公安局配合）',
  },
  {
    id: 'unit.joint',
    summary: 'A会同B: the first leads, the second supports.',
    example: '（【省发展改革委】会同省有关部门负责）',
  },
  {
    id: 'unit.bracketed-role',
    summary: 'A role in brackets behind a name is that of the name.',
    example: '（【市公安局】（牵头）、市民政局）',
  },
  {
    id: 'unit.asterisk',
    summary: 'Of a list with marks (* ★ ▲) the marked bodies lead, the others support them.',
    example: '（*【市税务局】、市财政局）',
  },
  {
    id: 'unit.list',
    summary:
      'Names of a list without a word of responsibility, or by their duties each, are responsible.',
    example: '（【市政务服务局】、市市场监管局按职责分工负责）',
  },
  {
    id: 'unit.cell',
    summary: 'A body of a table’s cell that says nothing of its role has that of its column.',
    example: '责任单位 | 【市公安局】⏎市民政局',
  },
  {
    id: 'unit.before-comma',
    summary: 'Where a clause says so, the bodies before the comma lead, there and later.',
    example: '〔责任单位：【市民政局】，市财政局，逗号前为牵头单位，下同〕',
  },
  {
    id: 'unit.first-leads',
    summary: 'Where a clause says so, the first of a list leads, there and later.',
    example: '（【工业和信息化部】、发展改革委负责。列第一位者为牵头单位，下同）',
  },
  {
    id: 'unit.blanket',
    summary: 'A sentence can make bodies responsible for other tasks than its own.',
    example: '以下任务均需【各县、市、区政府】落实，不再一一列出。',
  },
  {
    id: 'unit.verb-by',
    summary: 'In running text 由 with a body and a verb makes the body responsible.',
    example: '由【省委改革办】牵头统筹。',
  },
  {
    id: 'unit.verb-before',
    summary: 'In running text a body before 牵头, 负责 or 按职责分工 is made responsible.',
    example: '【市财政局】负责资金保障工作。',
  },
  {
    id: 'unit.subject',
    summary: 'The subject of an obligation is responsible where nothing else names a body.',
    example: '【各部门】要提高认识。',
  },
] as const satisfies readonly Described[];

/** The rule of a body. */
export type MentionRule = (typeof MENTION_RULES)[number]['id'];
