import type { BracketRule } from './rule.js';

export const placeClass: BracketRule = {
  id: 'unit.place-class',
  summary: 'A bracket that says what else the places are is part of their name.',
  example: '各区【（开发区）】要加强统筹。',
  read({ inner, open, passage }) {
    if (!/各[市县区州]$/.test(passage.reading.slice(Math.max(0, open - 2), open))) return null;
    return /^(?:[市县区州旗、]|开发区|功能区|园区|管委会?)+$/.test(inner) ? 'none' : null;
  },
};
