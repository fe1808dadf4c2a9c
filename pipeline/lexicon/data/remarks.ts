import { type Entry, entriesOf } from '../vocabulary.js';

const NOTICES = {
  source: 'clauses of notices of 2015–2026, State Council to counties',
  date: '2026-11-29',
} as const;

/** How a clause says that what it says holds from there on, and is not printed again. */
export const NOT_REPEATED: readonly Entry<'not_repeated'>[] = entriesOf(
  'not_repeated',
  '不再列出 不再一一列出 不再逐一列出 不再单独列出 不再重复列出 不再重复 不再列示 不再列举 不再赘述 不再做分工 不再分工 不再注明 不再标注 不另列出 不另注明 不另列 略 均同 下同 后同',
  NOTICES,
);
