import type { Mention } from '../frame.js';
import { type QuantityRule, target } from '../rule.js';
import { PLAIN_VERBS } from '../words.js';

/** 新建公厕：, 计划改造…厕所： : what is brought about, before the list of where and how many. */
const HEAD = new RegExp(
  `(?:^|[，。；\\n]|其中)(?:计划|力争|全年|年内|20\\d\\d年)?(?:${PLAIN_VERBS}|改造|建设|修建|更换|完成)([^，。；：\\d\\n]{2,12})：(?:[^。；：\\n]*[，、；])?$`,
);
/** Where so many of them are to be: 城区, 某镇, 某某街道. */
const PLACE =
  /(?:城区|镇区|街道|园区|新区|开发区|高新区|[省市县镇乡村旗州])$|[^小社景校片山库灌牧林矿城郊街户]区$/;
const NAME = /^[一-鿿A-Z“”]{2,10}$/;

function headOf({ leadIn, before, clauseBefore }: Mention): string | null {
  if (!NAME.test(before)) return null;
  const lead = leadIn + clauseBefore.slice(0, clauseBefore.length - before.length);
  return HEAD.exec(lead)?.[1] ?? null;
}

/** The noun of the head, for the number of a place: 公厕 of 新建公厕：城区10座; null for a kind (小学2所). */
export function headedThing(mention: Mention): string | null {
  const head = headOf(mention);
  return head !== null && PLACE.test(mention.before) ? head : null;
}

/** What a verb and its noun before a colon bring about, place by place or kind by kind. */
export const headedList: QuantityRule = {
  id: 'quantity.headed-list',
  summary: 'A place or a kind with its number, behind a verb and its noun with a colon.',
  example: '新建公厕：城区【10座】，镇区6座',
  read(mention) {
    const { quantity, after } = mention;
    if (quantity.kind !== 'count' && quantity.kind !== 'physical' && quantity.kind !== 'noun')
      return null;
    if (quantity.op !== null || !/^(?:$|[、，；和及（])/.test(after)) return null;
    return headOf(mention) === null ? null : target('>=');
  },
};
