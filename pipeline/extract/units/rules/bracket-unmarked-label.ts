import type { BracketRule } from './rule.js';

const OPENS_AS_LABEL = /^[一-龥]{2,8}?(?:单位|部门|处室|科室)/;

export const bracketUnmarkedLabel: BracketRule = {
  id: 'unit.bracket-unmarked-label',
  summary: 'A bracket that begins with a label without a colon is a clause.',
  example: '实行最惠价格。【（责任单位市住建局）】',
  read(bracket) {
    if (!OPENS_AS_LABEL.test(bracket.inner)) return null;
    const clause = bracket.clause('unit.bracket-unmarked-label');
    const [first] = clause.mentions;
    return first?.rule === 'unit.unmarked-label' && bracket.shareOfBodies() === 1 ? clause : null;
  },
};
