/** Entry of a child process that opens one container, and gives a member whenever it is asked for one. */
import { expand } from '../containers/expand.js';
import type { Member } from '../containers/member.js';
import type { MembersQuestion } from './member-process.js';
import { endWithParent } from './watch-process.js';

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
endWithParent(Number(process.argv[2]));
