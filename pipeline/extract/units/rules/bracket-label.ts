import type { BracketRule } from './rule.js';

export const bracketLabel: BracketRule = {
  id: 'unit.bracket-label',
  summary: 'A bracket with a label of bodies is a clause, wherever it stands.',
  example: '加快实施。【（牵头单位：市发展改革委；协作单位：市教育局）】',
  read(bracket) {
    if (!bracket.labelled) return null;
    const clause = bracket.clause('unit.bracket-label');
    return clause.mentions.length > 0 || clause.blanket ? clause : 'none';
  },
};
