import type { TimeRule } from './expression.js';

const WORDS =
  /(?:长期|持续|常年)(?:实施|推进|坚持|执行|开展|有效|落实|深化)|(?:长期|持续)(?=\s*$)/y;

/** What goes on without an end: 长期实施, 持续推进; 长期 alone only where nothing else is written. */
export const ongoingRule: TimeRule = {
  name: 'ongoing',
  anchor: '长期|持续|常年',
  read(text, position, context) {
    WORDS.lastIndex = position;
    const match = WORDS.exec(text);
    if (!match) return null;
    if (match[0].length === 2 && !(context.wholeText && text.trim() === match[0])) return null;
    return { end: WORDS.lastIndex, kind: 'ongoing' };
  },
};
