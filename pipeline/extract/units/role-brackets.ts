import type { Role } from '../../../schemas/task.js';
import { bodyLabelAtEnd, RESPONSIBILITY_VERB, roleOfVerb } from '../../lexicon/responsibility.js';
import { CLOSING, INSIDE, OPENING } from './brackets.js';

export type BracketRole = Role | 'by_duty';

/** A bracket that gives a name its role, and how much of the name it takes up. */
interface RoleBracket {
  readonly role: BracketRole;
  readonly length: number;
}

const BEHIND = new RegExp(`${OPENING}(${INSIDE}{2,16})${CLOSING}$`);
const IN_FRONT = new RegExp(`^${OPENING}(${INSIDE}{2,8})${CLOSING}(?=[一-龥*])`);
const WHOLE_VERB = new RegExp(`^(?:${RESPONSIBILITY_VERB})$`);

/** A role in brackets behind a name: `市公安局（牵头）`; null: the bracket is part of the name, or there is none. */
export const bracketBehind = (name: string): RoleBracket | null => read(BEHIND.exec(name));

/** A role in brackets before a name: `（牵头）市公安局`. */
export const bracketInFront = (name: string): RoleBracket | null => read(IN_FRONT.exec(name));

function read(bracket: RegExpExecArray | null): RoleBracket | null {
  const role = bracket === null ? null : roleOf(bracket[1]!);
  return role === null ? null : { role, length: bracket![0].length };
}

/** What the words of a bracket make of a name: 牵头, 配合单位, 按职责分工负责; null: nothing. */
function roleOf(words: string): BracketRole | null {
  const label = bodyLabelAtEnd(words);
  if (label?.start === 0) return label.role;
  return WHOLE_VERB.test(words) ? roleOfVerb(words) : null;
}
