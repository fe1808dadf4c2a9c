import type { BracketRule } from './rule.js';

export const inSentence: BracketRule = {
  id: 'unit.in-sentence',
  summary:
    'A bracket in the middle of a sentence, behind a word and before one, explains that word.',
  example: '平台【（市大数据局）】上实施。',
  read: ({ atEdge, atEnd }) => (atEdge || atEnd ? null : 'none'),
};
