import type { BracketRule } from './rule.js';

export const noBodies: BracketRule = {
  id: 'unit.no-bodies',
  summary: 'A bracket of other words than bodies makes nobody responsible.',
  example: '推出“四个一”【（一码续办、一键呼应、一桌联办）】服务。',
  read: () => 'none',
};
