import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  At,
  CODES,
  RejectCode,
  rejectMessage,
  WarningCode,
  warningOf,
} from '../../schemas/index.js';
import { codesPage } from '../../scripts/code-docs.js';

/** Codes that stand in the table before the rules that give them. */
const ANNOUNCED = new Set<string>([]);

const ROOMS = ['pipeline', 'workers', 'cli'];
const sources = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(room, name), 'utf8')),
).join('\n');

const names = [...Object.keys(CODES.warnings), ...Object.keys(CODES.rejects)];

describe.each(names)('the code %s', (code) => {
  test('is used, or announced', () => {
    expect(sources.includes(`'${code}'`)).toBe(!ANNOUNCED.has(code));
  });

  test('is documented', () => {
    expect(codesPage()).toContain(`| \`${code}\` |`);
  });
});

test('the page is what the table gives (npm run docs)', () => {
  expect(readFileSync('docs/codes.md', 'utf8')).toBe(codesPage());
});

test('every sentence is in Chinese and in English', () => {
  for (const { zh, en, advice } of [CODES.warnings, CODES.rejects].flatMap(Object.values)) {
    for (const text of [zh, advice?.zh ?? '无']) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of [en, advice?.en ?? 'none']) expect(text).toMatch(/^[A-Za-z]/);
    expect(zh + en).not.toMatch(/[。.]$/);
  }
});

test('a free string is no code', () => {
  expect(WarningCode.safeParse('page_without_text').success).toBe(true);
  expect(WarningCode.safeParse('look_here').success).toBe(false);
  expect(RejectCode.safeParse('look_here').success).toBe(false);
  // @ts-expect-error a free string does not compile
  expect(() => warningOf('look_here', null)).toThrow();
});

test('a message says its code’s sentence, what is particular, and what to do', () => {
  const at = At.parse({ page: 3, start: 1, end: 2 });
  expect(warningOf('year_unknown', at, '年底前')).toEqual({
    code: 'year_unknown',
    message:
      '日期没有年份，文件中也未写明（A date has no year, and neither item nor document tells it）：年底前',
    at,
  });
  expect(rejectMessage('timeout', '300 s')).toBe(
    '超过时限，处理已停止（The time limit was reached and the work was stopped）：300 s。调高 --timeout，或拆分文件（Raise --timeout, or split the file）',
  );
  expect(rejectMessage('duplicate_input')).toBe(
    '另一个输入有相同的字节，其记录已在数据集中（The same bytes stand in another input, whose records the dataset holds）',
  );
});

test('schemas say which codes there are', () => {
  expect(z.toJSONSchema(WarningCode)).toMatchObject({ enum: Object.keys(CODES.warnings) });
});
