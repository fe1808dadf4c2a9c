import type { Mention } from '../frame.js';
import { PLAIN_VERBS, VERBS } from '../words.js';

const VERB_ALONE = new RegExp(
  `^(?:每年|全年|年均|年内|共|累计|计划|力争)*(${VERBS})(?:不少于|至少|约)?$`,
);
const SHORT_SENTENCE = /(?:^|[。！？\n、.．）是])([^。！？；，：\n、.．）是]{4,16})[。\n]$/;
const OPENS = new RegExp(
  `^(?:加快|加强|大力|深入|持续|扎实|全力)*(?:推进|推动|实施|开展|抓好|强化|${PLAIN_VERBS})`,
);

/**
 * 推进农房改善。每年改善8000户: the thing that the short sentence before names, where it ends in the verb that
 * is counted; null where it does not.
 */
export function headlineBefore(mention: Mention): string | null {
  const { clauseBefore, sentenceBefore, quantity, text, after } = mention;
  if (sentenceBefore.trim() !== '' || after !== '') return null;
  const verb = VERB_ALONE.exec(clauseBefore.trim())?.[1];
  if (verb === undefined) return null;
  const start = quantity.start - clauseBefore.length;
  const sentence = SHORT_SENTENCE.exec(text.slice(Math.max(0, start - 40), start).trimEnd())?.[1];
  const named = sentence?.replace(OPENS, '') ?? '';
  return named.length > verb.length && named.endsWith(verb) ? named : null;
}
