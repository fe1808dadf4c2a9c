import { expect, test } from 'vitest';
import type { Cell } from '../../pipeline/emit/flat-columns.js';
import { CopyText } from '../../workers/postgresql/copy-text.js';

const CASES: readonly (readonly [string, Cell[], string, number])[] = [
  ['a text', ['2025年底前'], '2025年底前\n', 0],
  ['nothing, which is no text', [null, ''], '\\N\t\n', 0],
  ['a text that reads like nothing', ['\\N'], '\\\\N\n', 0],
  ['what parts rows and columns', ['一\t二\n三\r四\\五'], '一\\t二\\n三\\r四\\\\五\n', 0],
  ['numbers and truth', [0, -0.5, 1e21, true, false], '0\t-0.5\t1e+21\ttrue\tfalse\n', 0],
  ['a list', [['市财政局', '', 'NULL', '{a,b}']], '{"市财政局","","NULL","{a,b}"}\n', 0],
  ['marks of lists', [['"', '\\', '\n']], '{"\\\\"","\\\\\\\\","\\n"}\n', 0],
  ['an empty list', [[]], '{}\n', 0],
  ['NUL, which PostgreSQL does not hold', ['零\0字'], '零\uFFFD字\n', 1],
  ['half of a character', ['半\ud83d个'], '半\uFFFD个\n', 1],
  ['a whole character of two halves', ['😀𠀀'], '😀𠀀\n', 0],
  ['NUL and a half in a list', [['\0', '\udc00', '好']], '{"\uFFFD","\uFFFD","好"}\n', 2],
];

test.each(CASES)('%s', (_, cells, line, replaced) => {
  const copyText = new CopyText();
  expect(copyText.row(cells)).toBe(line);
  expect(copyText.replaced).toBe(replaced);
});
