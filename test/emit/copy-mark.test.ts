import { expect, test } from 'vitest';
import { copyMark } from '../../pipeline/emit/copies/copies.js';
import { convertedLines } from '../workers/fixtures/converted.js';

test('numbers with what they count; a run of digits without end is gone through once', () => {
  const text = `${'1'.repeat(300_000)}。新增12.5%、3家，1.做好。`;
  const input = { uri: 'a.txt', sha256: '0'.repeat(64), bytes: 9 };
  const { document } = convertedLines('关于做好工作的通知', input);
  expect(copyMark(document, text).numbers).toEqual(['12.5%', '3家']);
});
