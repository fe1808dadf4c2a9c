/** What a column holds, as its header says. */
export type ColumnKind =
  | 'number'
  | 'group'
  | 'item'
  | 'goal'
  | 'measure'
  | 'phase'
  | 'unit'
  | 'contact'
  | 'other';

interface HeaderWord {
  readonly kind: ColumnKind;
  /** The word itself, as a source of a regular expression. */
  readonly words: string;
  /** Most characters that may stand before it (温州市目标, 主要责任单位). */
  readonly modifier: number;
}

/** Header words of work breakdowns (任务分解表, 责任清单, 重点工作安排), the surest first. */
const HEADER_WORDS: readonly HeaderWord[] = [
  { kind: 'number', modifier: 0, words: '序号|编号|项次|序' },
  {
    kind: 'contact',
    modifier: 4,
    words:
      '(?:联系人|联系电话|联系方式|联络员|电话|责任人|负责人|责任领导|分管领导|牵头领导)(?:及(?:联系)?(?:电话|方式))?',
  },
  {
    kind: 'unit',
    modifier: 4,
    words:
      '(?:责任|牵头|配合|协同|协办|协作|参与|参加|主办|承办|落实|主管|实施|负责|支持|主责|组织)(?:责任|落实|实施)?(?:单位|部门|主体|科室|处室|机构)',
  },
  {
    kind: 'phase',
    modifier: 6,
    words:
      '(?:实施|完成|办结|推进|工作|起止|计划|计划完成|整改|落实)?(?:阶段|时限|时间|期限|日期)|(?:时间|进度|时序)(?:安排|节点|进度|要求)',
  },
  {
    kind: 'group',
    modifier: 0,
    words:
      '总体任务|(?:任务|工作|事项|所属|改革)?(?:类别|类型|分类|领域|板块)|(?:重点|工作|任务)?(?:方面|领域)|大类|一级(?:任务|分类)|专项行动|行动名称',
  },
  {
    kind: 'measure',
    modifier: 8,
    words:
      '(?:落实|工作|具体|主要|细化|推进|重点|改革)?(?:举措|措施)|任务内容|(?:工作|具体|主要)内容|(?:工作|具体)要求|具体任务|细化任务|分解任务|工作要点',
  },
  {
    kind: 'goal',
    modifier: 8,
    words: '(?:工作|任务|年度|预期|主要)?目标|目标(?:任务|要求)|预期(?:成效|成果|效果)|工作成效',
  },
  {
    kind: 'item',
    modifier: 6,
    words:
      '(?:重点|主要|工作|年度)(?:工作|任务|事项|项目)|任务事项|服务事项|改革事项|(?:任务|项目|事项|工作)名称|任务|事项|工作',
  },
  {
    kind: 'other',
    modifier: 0,
    words: '备注|成果形式|成果|标志性成果|完成情况|进展情况|工作进展|完成标志|来源|依据',
  },
];

const PATTERNS = HEADER_WORDS.map(({ kind, words, modifier }) => ({
  kind,
  plain: new RegExp(`^(?:${words})$`),
  modified: new RegExp(`^.{0,${modifier}}(?:${words})$`),
}));

/** Parts that header words break into where a narrow column wraps them (实施 / 阶段). */
const WORD_PART =
  /^(?:总体|重点|主要|具体|工作|任务|目标|举措|措施|实施|阶段|完成|时限|时间|期限|安排|节点|责任|单位|部门|主体|牵头|配合|协同|参与|联系|电话|方式|联系人|联络|序|号|类别|领域|内容|事项|要求|落实|推进|年度|及|人|员|名称|预期|成效|成果|备|注|备注|改革|细化)+$/;

/** The longest a header cell is printed. */
const LONGEST_HEADER = 16;

/** What a whole header cell names, and whether words that are none of the header's stand before. */
export interface HeaderReading {
  readonly kind: ColumnKind;
  readonly modified: boolean;
}

/** Reads a whole header cell; null where it names no column. */
export function readHeaderWord(word: string): HeaderReading | null {
  if (word.length > LONGEST_HEADER) return null;
  const bare = word.replace(/[（(][^（）()]*[）)]$/, '');
  if (!/^[\p{Script=Han}、/]+$/u.test(bare)) return null;
  for (const { kind, plain } of PATTERNS) if (plain.test(bare)) return { kind, modified: false };
  for (const { kind, modified } of PATTERNS) {
    if (modified.test(bare)) return { kind, modified: true };
  }
  return null;
}

/** Whether a header may begin with a piece of a line: a whole header word or a part of one. */
export const mayBeginHeader = (piece: string): boolean =>
  readHeaderWord(piece) !== null || (piece.length <= LONGEST_HEADER && WORD_PART.test(piece));

/** Whether a piece may be a header word or any part that a narrow column breaks one into. */
export const mayBeHeaderPart = (piece: string): boolean =>
  piece.length <= LONGEST_HEADER && /^[\p{Script=Han}、/（）()]+$/u.test(piece);
