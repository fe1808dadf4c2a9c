import { bodyLabelAtEnd } from '../../../lexicon/responsibility.js';
import { looksLikeUnit } from '../../../lexicon/units.js';
import { splitNames } from '../names.js';
import type { BracketRule } from './rule.js';

const LABEL = /^(?:[一-龥]{2,8}?(?:单位|部门|处室|科室))\s?(?=[一-龥])/;

export const bracketUnmarkedLabel: BracketRule = {
  id: 'unit.bracket-unmarked-label',
  summary: 'A bracket that begins with a label without a colon is a clause.',
  example: '实行最惠价格。【（责任单位市住建局）】',
  read(bracket) {
    const label = LABEL.exec(bracket.inner)?.[0];
    const role = label && bodyLabelAtEnd(label.trimEnd());
    if (!label || !role || role.start !== 0) return null;
    const { passage, open, close } = bracket;
    const { names, etAl } = splitNames(passage.reading, open + 1 + label.length, close);
    const bodies = names.filter(({ start, end }) =>
      looksLikeUnit(passage.reading.slice(start, end)),
    );
    if (bodies.length === 0 || bodies.length < names.length) return null;
    const rule = 'unit.bracket-unmarked-label';
    const mentions = bodies.map((name) => ({
      ...name,
      role: role.role,
      basis: 'label' as const,
      rule,
    }));
    return { ...bracket.clause(rule), mentions, etAl };
  },
};
