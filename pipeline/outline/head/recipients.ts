import { docNumberOfLine } from './doc-number.js';
import type { Blocks } from './document-head.js';
import { squeezed } from './squeeze.js';

/** 主送机关: whom the notice goes to, up to the colon. */
export interface Recipients {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** False where the letter's first words follow the colon in the same block. */
  readonly alone: boolean;
}

const MOST_BLOCKS = 8;
const LONGEST = 400;
/** Last words of those whom a letter is addressed to. */
export const LAST_WORDS =
  /(?:单位|部门|机构|政府|委员会|[局厅部委办处组院室站]|公司|企业|[院学高]校|法院|管委会|办事处|办公室|[区县市省州]|街道|镇|科室|管理部|协会|机关|中心|银行|分行|同志|委员|代表|职工|缴存人|人员|业主|居民|群众|商户|先生|女士|网友|朋友们?|(?:市民|用户|旅客|乘客|考生|家长|同学|游客|商家)(?:朋友)?们?|村民|用户|分局|[公本]司|部队|大队|总队|支队|园区|开发区|新区|矿区|农场|林场|馆|所|队)(?:[（(][^（()）]*[）)])?$/;

/** Reads the recipients that begin at block `start`; they may go over some lines. */
export function readRecipients(blocks: Blocks, start: number): Recipients | null {
  let text = '';
  for (let index = start; index < Math.min(blocks.length, start + MOST_BLOCKS); index++) {
    const block = blocks[index]!;
    if (block.kind === 'table') return null;
    const own = squeezed(block.passage.reading.slice(0, LONGEST));
    const colon = own.indexOf('：');
    const part = colon < 0 ? own : own.slice(0, colon);
    text += part;
    const isOther = docNumberOfLine(part) !== null || /[。；！？《]|^关于/.test(part);
    if (isOther || text.length > LONGEST) return null;
    if (colon < 0) continue;
    if (!LAST_WORDS.test(text) || text.length < 3) return null;
    return { text, start, end: index + 1, alone: colon === own.length - 1 };
  }
  return null;
}
