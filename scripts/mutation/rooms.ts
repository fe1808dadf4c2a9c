/** What is mutated, and the tests that must notice. */
export interface Room {
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

const room = (folder: string, ...tests: string[]): Room => ({
  files: [`pipeline/${folder}/**/*.ts`, `!pipeline/${folder}/**/inspect.ts`],
  tests: tests.map((test) => `test/${test}`),
});

/** The rooms of rules, by the name that is given to `npm run mutation`. */
export const ROOMS: Readonly<Record<string, Room>> = {
  annotate: room('annotate', 'annotate/*.test.ts', 'rules/*.test.ts'),
  values: room('values', 'values/*.test.ts'),
  outline: room('outline', 'outline/*.test.ts'),
  tables: room('tables', 'tables/*.test.ts'),
  refine: room('refine', 'refine/*.test.ts'),
  deadlines: room('extract/deadlines', 'rules/deadline.test.ts', 'extract/deadline*.test.ts'),
  quantities: room('extract/quantities', 'rules/quantity.test.ts', 'extract/target*.test.ts'),
  tasks: room(
    'extract/tasks',
    'rules/task.test.ts',
    'extract/tasks.test.ts',
    'refine/coverage.test.ts',
  ),
  units: room(
    'extract/units',
    'rules/unit.test.ts',
    'extract/*unit*.test.ts',
    'extract/responsibility*.test.ts',
  ),
  references: room('extract/references', 'extract/references.test.ts'),
};
