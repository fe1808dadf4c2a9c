import type { BracketRule } from './rule.js';

export const unknownLabel: BracketRule = {
  id: 'unit.unknown-label',
  summary:
    'A label that ends as a label of bodies does, by a word that nobody wrote down: its bodies are responsible, with a warning.',
  example: '加快实施。【（督战单位：市发展改革委）】',
  read(bracket) {
    if (!bracket.unknownLabel || bracket.shareOfBodies() < 1) return null;
    return bracket.clause('unit.unknown-label');
  },
};
