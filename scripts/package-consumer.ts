/** A notice of one task. */
export const TRIED_NOTICE =
  '关于做好供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网20公里。（责任单位：市水务局）\n';

/** A program of somebody who uses the library, in strict TypeScript; it prints the task's last day. */
export const CONSUMER = `import { type Extraction, extract, type GongwenError, openDataset, RULES, Task, VERSION } from 'gongwen';

const { tasks, rejects }: Extraction = await extract('notice.txt', { run: 'thread' });
const first: Task | undefined = tasks[0];
if (rejects.length > 0 || first === undefined) throw new Error(VERSION);
Task.parse(first);
const codes: GongwenError['code'][] = ['bad_option'];
for await (const task of (await openDataset('out')).tasks) {
  if (task.id !== first.id || RULES.length === 0 || codes.length === 0) throw new Error(task.id);
}
console.log(first.deadlines[0]?.end);
`;

/** How it is compiled: as strictly as there is, declarations of packages too. */
export const CONSUMER_CONFIG = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    types: ['node'],
  },
  files: ['consumer.ts'],
};
