import { DOING_WORDS } from '../../lexicon/data/doing-words.js';
import { RESPONSIBILITY_VERB } from '../../lexicon/responsibility.js';
import { looksLikeUnit } from '../../lexicon/units.js';
import { matchesIn } from '../../model/matches.js';
import type { Passage } from '../../model/passage.js';
import type { Mention } from './mention.js';
import { splitNames } from './names.js';

/** Bodies before a colon and, right behind it, what they are to do: 市水利局：负责…, 县教育局、县民政局：做好…. */
const HEAD = new RegExp(
  `(?:（[一二三四五六七八九十\\d]{1,3}）|\\d{1,2}[.、．]|[①-⑳]|[●·▪—-]{1,2})?\\s{0,3}([一-鿿（）、“”]{2,80}?)[：:]\\s{0,3}(?=(?:主要|具体|统一)*(?:${RESPONSIBILITY_VERB}|${DOING_WORDS.join('|')}))`,
  'y',
);
const SENTENCE_END = /[。；]/g;

/** Bodies that open a paragraph or sentence with a colon, and are charged with what stands behind it. */
export function readLineHeads(passage: Passage): Mention[] {
  const { reading, breaks } = passage;
  const mentions: Mention[] = [];
  if (!/[：:]/.test(reading)) return mentions;
  const sentences = matchesIn(SENTENCE_END, reading).map(({ index }) => index + 1);
  for (const start of new Set([0, ...breaks, ...sentences])) {
    HEAD.lastIndex = start;
    const match = HEAD.exec(reading);
    if (match === null) continue;
    const words = match[1]!;
    const from = start + match[0].indexOf(words);
    const { names } = splitNames(reading, from, from + words.length);
    if (names.length === 0) continue;
    if (!names.every((name) => looksLikeUnit(reading.slice(name.start, name.end)))) continue;
    for (const name of names)
      mentions.push({ ...name, role: 'responsible', basis: 'verb', rule: 'unit.line-head' });
  }
  return mentions;
}
