import type { TextBlock } from '../../model/outline.js';
import { looksLikeBody } from '../head/body-names.js';
import { squeezed } from '../head/squeeze.js';

/** The day that ends a paragraph. */
const DAY_AT_END = /(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$/;
const LONGEST_NAME = 60;
const SHORTEST_TEXT = 20;
const CLOSES = /(?:[。！；]|特此(?:通知|公告|通告|公示|函复|函告|批复|报告|说明))\s*$/;

/**
 * `…敬请谅解。 特此通告 某市公安局交通警察支队 2023年1月20日`: a paragraph with who signs it and when in its last words, set off by
 * white space, cut in front of the name. The block alone where none is.
 */
export function withoutRunInSignature(block: TextBlock): TextBlock[] {
  const { passage } = block;
  if (block.kind !== 'paragraph' || passage.length < SHORTEST_TEXT) return [block];
  const day = DAY_AT_END.exec(passage.reading.slice(-24));
  if (!day) return [block];
  const end = passage.length - day[0].length;
  const name = passage
    .gaps()
    .filter(({ offset, breaksLine }) => !breaksLine && offset < end && end - offset <= LONGEST_NAME)
    .find(
      ({ offset }) =>
        looksLikeBody(squeezed(passage.reading.slice(offset, end))) &&
        CLOSES.test(passage.reading.slice(0, offset)),
    );
  if (!name) return [block];
  return [passage.slice(0, name.offset), passage.slice(name.offset)].map((part) => ({
    ...block,
    passage: part.trim(),
  }));
}
