/** Entry of a child process that opens one container, and gives a member whenever it is asked for one. */
import { expand } from '../containers/expand.js';
import type { Member } from '../containers/member.js';
import type { MembersQuestion } from './member-process.js';
import { watchThisProcess } from './watch-process.js';

let members: AsyncGenerator<Member> | undefined;

async function answer(question: MembersQuestion): Promise<void> {
  if (question.type === 'open') {
    const { content, readable, ...how } = question;
    members = expand(content, { ...how, readable: new Set(readable) });
    return;
  }
  const next = await members!.next();
  process.send?.(next.done ? null : next.value);
}

process.on('message', (question: MembersQuestion) => void answer(question));
// Ctrl-C reaches every process of the terminal; the parent decides what becomes of its children.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
watchThisProcess(Number(process.argv[2]));
