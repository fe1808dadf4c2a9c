import { BRACKET_RULES } from './brackets.js';
import { LINE_RULES } from './lines.js';
import { MENTION_RULES } from './mentions.js';

/** All rules of responsible bodies: of brackets, of lines, of the names in them and in running text. */
export const UNIT_RULES = [...BRACKET_RULES, ...LINE_RULES, ...MENTION_RULES];
