import { ACHIEVEMENT_VERBS } from '../achievement-verbs.js';
import type { Mention } from '../mention.js';

const VERB = new RegExp(ACHIEVEMENT_VERBS.join('|'), 'g');
const EXACT = /^(?:完成|实现)/;

/** Between the verb and the number these show that the number only describes or limits. */
const DESCRIBES =
  /[在等对按从由将被是有]|已|现有|上述|其中|以及|涉及|包括|年龄|各(?!类)|[之其这该两]|不/;
const NEW = /(?:再?重点|再|新|各|全部|共|累计|总数|高质量|同步|至少|全市|全省|全年|每年)+$/;
/** 10项暖民心行动: how many a programme has, not how many are to be reached. */
const NAMED = /^[^，。；、]{0,12}(?:行动|计划|制度|举措|措施|政策|机制|体系)/;
/** 三项制度; two ten thousands (两万套) are no such small number. */
const HAN_NUMERAL = /^[零一二三四五六七八九十两]+(?![零一二三四五六七八九十两百千万亿])/;

/** 建成100个, 引育专家5名, 支持4家民企牵头: a verb of achievement and a counted thing. */
export function byAchievement(mention: Mention): '>=' | '=' | null {
  const { quantity, before, after, text } = mention;
  if (
    quantity.kind !== 'count' &&
    quantity.kind !== 'noun' &&
    quantity.kind !== 'money' &&
    quantity.kind !== 'physical'
  )
    return null;
  const amount = text.slice(quantity.amountStart, quantity.amountEnd);
  if (HAN_NUMERAL.test(amount)) return null;
  const verb = lastVerb(before);
  if (verb === null) return null;
  const between = before.slice(verb.end).replace(NEW, '');
  const adjacent = between.length === 0;
  if (!adjacent && DESCRIBES.test(between.replace(/[“《（][^”》）]*[”》）]/g, ''))) return null;
  // 培育年产值超10亿元的龙头企业3家: what the thing is like may stand before it.
  if (after !== '' && between.includes('的')) return null;
  // 打造服务平台10个，: the thing comes first only where the number ends the clause.
  if (!adjacent && after.length > 0 && !/^[、（以和及]/.test(after) && quantity.unit !== '个')
    return null;
  // 实施10项行动 names the actions; 实施防护工程350公里 counts them.
  if (adjacent && verb.word === '实施' && NAMED.test(after)) return null;
  if (!adjacent && after.length > 0 && (between.length > 20 || /、/.test(between))) return null;
  return EXACT.test(verb.word) ? '=' : '>=';
}

function lastVerb(before: string): { word: string; end: number } | null {
  let found: { word: string; end: number } | null = null;
  VERB.lastIndex = 0;
  for (let match = VERB.exec(before); match !== null; match = VERB.exec(before)) {
    found = { word: match[0], end: match.index + match[0].length };
  }
  return found;
}
