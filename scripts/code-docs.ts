import { CODES, type CodeText } from '../schemas/codes.js';

/** The page of codes, made whole from their table. */
export function codesPage(): string {
  return [
    '# Codes',
    'Made by `npm run docs` from [`schemas/codes.ts`](../schemas/codes.ts). A code is for programs and does not change;',
    'the message beside it says the same in Chinese and English, with what is particular to the case.',
    '',
    '## Warnings',
    'In `warnings` of `documents.jsonl`: what a person should look at, with its place.',
    '',
    ...table(CODES.warnings),
    '',
    '## Rejects',
    'In `rejects.jsonl`: why an input, a record or a job of the queue did not make it.',
    '',
    ...table(CODES.rejects),
    '',
  ].join('\n');
}

function table(codes: Readonly<Record<string, CodeText>>): string[] {
  const rows = Object.entries(codes).map(
    ([code, { zh, en, advice }]) =>
      `| \`${code}\` | ${zh} | ${en} | ${advice?.zh ?? '—'} | ${advice?.en ?? '—'} |`,
  );
  return ['| code | 含义 | meaning | 怎么办 | what to do |', '|---|---|---|---|---|', ...rows];
}
