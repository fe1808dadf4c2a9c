import type { TimeRule } from './expression.js';

const WORDS =
  /(?:长期|持续|常年)(?:实施|推进|坚持|执行|开展|有效|落实|深化)|(?:长期|持续)(?=\s*$)/y;

/** 完成时限：长期。 */
const BEHIND_LABEL = /(?<=[：:]\s?)(?:长期|持续|常年|常态化)(?=\s*(?:[。；;，,）)〕\]]|$))/y;

/** What goes on without an end: 长期实施, 持续推进; 长期 alone only behind a label, or where nothing else is written. */
export const ongoingRule: TimeRule = {
  name: 'ongoing',
  anchor: '长期|持续|常年|常态化',
  read(text, position, context) {
    BEHIND_LABEL.lastIndex = position;
    if (BEHIND_LABEL.test(text)) return { end: BEHIND_LABEL.lastIndex, kind: 'ongoing' };
    WORDS.lastIndex = position;
    const match = WORDS.exec(text);
    if (!match) return null;
    if (match[0].length === 2 && !(context.wholeText && text.trim() === match[0])) return null;
    return { end: WORDS.lastIndex, kind: 'ongoing' };
  },
};
