import { NOT_REPEATED } from '../../lexicon/data/remarks.js';
import { LEAD_WORDS } from '../../lexicon/responsibility.js';
import { alternation } from '../../lexicon/vocabulary.js';
import type { Passage } from '../../model/passage.js';
import type { Blanket, LeadConvention } from './clause.js';
import { readRoles } from './roles.js';

/** What a clause says of other tasks, and where the list of its own bodies ends. */
export interface SaidConventions {
  readonly blanket: Blanket | null;
  readonly leads: LeadConvention | null;
  readonly listEnd: number;
}

const WORK = '(?:任务|工作|措施|事项|举措|条款|内容|政策)';
const COVERED = `(?:以下|以上|上述|上列|本方案|本措施|本意见|各项|所有|全部|各条)[^。；，、]{0,12}?`;
const NAMES = '([^。；]{2,90}?)';
/** `以下任务均需各县、市、区政府及功能区管委落实`. */
const NEEDED = `${COVERED}(?:均需由|均应由|均由|均需|均须|都需|都由|需由|还需|需)${NAMES}(?:组织|贯彻|抓好|共同|配合|负责)*(?:落实|负责|实施|配合|推进)`;
/** `各项措施责任单位均包括各市〔州〕、各县〔市、区、特区〕人民政府`. */
const INCLUDED = `${COVERED}(?:责任|落实|实施|配合)(?:单位|部门|主体)(?:均|都|还|同时)*(?:包括|包含|含有|含|涉及|有|为)${NAMES}(?=[，,。；]|$)`;
/** `具体任务均涉及相关市（州）人民政府，不再做分工`. */
const INVOLVED = `(?:具体|各项|所有|全部|以上|以下|上述)${WORK}(?:均|都)涉及${NAMES}(?=[，,。；]|$)`;
/** `各区政府、开发区管委会均为各项任务的责任单位`. */
const OF_ALL = `${NAMES}(?:均|都|同)?(?:为|是|系)(?:以下|以上|上述|各项|所有|全部)[^。；，]{0,8}?的?(?:共同)?(?:责任|落实|实施)(?:单位|部门|主体)`;
const NOT_SAID_AGAIN = `[^。；，]{0,4}[，,。；]?(?:以下|下文|后文)?(?:${alternation(NOT_REPEATED)})?`;
const BLANKETS = [NEEDED, INCLUDED, INVOLVED, OF_ALL].map(
  (pattern) => new RegExp(pattern + NOT_SAID_AGAIN),
);
/** No blanket without one of these: most clauses need no closer look. */
const MAY_COVER =
  /不再|不另|均涉及|都涉及|均需|均由|均须|均应|都需|都由|需由|还需|措施.{0,6}需|均包|均含|(?:以下|各项|上述|所有).{0,16}(?:单位|部门)|[为是系](?:以下|以上|上述|各项|所有)/;
const IS_WORK = new RegExp(`${WORK}|责任|单位|以下|均|都`);

const IS_LEAD = `(?:为|是|系)(?:工作|任务|总)?${LEAD_WORDS}(?:责任)?(?:单位|部门|负责)?`;
const FIRST_LEADS = new RegExp(
  `(?:列|排|排列|排名|位列|列在)?(?:在)?(?:第一|首)(?:位|个|家)?(?:的|者)?(?:单位|部门)?(?:的)?${IS_LEAD}`,
);
const BEFORE_COMMA_LEADS = new RegExp(`(?:逗号|，)(?:之)?前(?:的)?(?:单位|部门)?(?:均)?${IS_LEAD}`);

/** Reads what the words from `start` to `end` say of other tasks: 下同, 均需…落实，不再列出, 列第一位者为牵头单位. */
export function readConventions(passage: Passage, start: number, end: number): SaidConventions {
  const inner = passage.reading.slice(start, end);
  let listEnd = end;
  const blanket = blanketIn(inner);
  if (blanket) listEnd = start + blanket.start;
  const leads = leadsIn(inner);
  if (leads) listEnd = Math.min(listEnd, start + leads.start);
  while (listEnd > start && /[（，,。；\s]/.test(passage.reading[listEnd - 1]!)) listEnd--;
  return {
    listEnd,
    leads: leads?.which ?? null,
    blanket: blanket && {
      scope: scopeOf(blanket.words),
      mentions: readRoles(passage, start + blanket.from, start + blanket.to).mentions.map(
        (mention) => ({ ...mention, role: 'responsible', basis: 'verb', rule: 'unit.blanket' }),
      ),
    },
  };
}

interface BlanketWords {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Where its bodies stand. */
  readonly from: number;
  readonly to: number;
}

/** The first words of a text that make bodies responsible for other tasks; null where there are none. */
export function blanketIn(text: string): BlanketWords | null {
  if (!MAY_COVER.test(text)) return null;
  for (const pattern of BLANKETS) {
    const found = pattern.exec(text);
    if (!found || !IS_WORK.test(found[0])) continue;
    const from = found.index + found[0].indexOf(found[1]!);
    const words = found[0];
    return {
      start: found.index,
      end: found.index + words.length,
      words,
      from,
      to: from + found[1]!.length,
    };
  }
  return null;
}

function scopeOf(words: string): Blanket['scope'] {
  if (/以下/.test(words) && !/以下不再|以下均?同/.test(words)) return 'later';
  return /以上|上述|上列/.test(words) ? 'earlier' : 'all';
}

function leadsIn(text: string): { which: LeadConvention; start: number } | null {
  const first = FIRST_LEADS.exec(text);
  if (first) return { which: 'first', start: first.index };
  const comma = BEFORE_COMMA_LEADS.exec(text);
  return comma && { which: 'before_comma', start: comma.index };
}
