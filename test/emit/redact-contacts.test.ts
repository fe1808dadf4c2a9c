import { expect, test } from 'vitest';
import type { ConvertedDocument } from '../../pipeline/converted.js';
import { redactContacts } from '../../pipeline/emit/redact-contacts.js';
import { validateDocument } from '../../pipeline/validate/records.js';
import { convertedLines } from '../workers/fixtures/converted.js';

/** A document whose first task has the contact that stands at `raw` in the text. */
function withContact(text: string, raw: string, name: string, phone: string | null) {
  const converted = convertedLines(text, { uri: 'a.txt', sha256: 'ab'.repeat(32), bytes: 1 });
  const start = text.indexOf(raw);
  const at = { page: null, start, end: start + raw.length };
  converted.tasks[0]!.contacts.push({ name, phone, raw, at });
  return converted;
}

const textOf = (text: string): string =>
  redactContacts(convertedLines(text, { uri: 'a', sha256: 'ab'.repeat(32), bytes: 1 })).text;

test('a contact goes from the record, the text and every other place, and offsets hold', () => {
  const text = '优化办税服务。张三丰 87654321\n由张 三\n丰负责联络，电话８７６５４３２１';
  const given: ConvertedDocument = withContact(text, '张三丰 87654321', '张三丰', '87654321');
  const shown = redactContacts(given);
  expect(shown.text).toBe('优化办税服务。████████████\n由███\n█负责联络，电话████████');
  expect(shown.text).toHaveLength(text.length);
  expect(shown.tasks[0]!.contacts).toEqual([]);
  expect(shown.tasks[0]!.text).toBe('优化办税服务。███ ████████');
  expect(validateDocument(shown).rejects).toEqual([]);
});

test('a raw is what the masked text has', () => {
  const given = withContact('1.新增20家 王小明', '王小明', '王小明', null);
  given.targets[0]!.at.end += 4;
  given.targets[0]!.raw = '20家 王小';
  given.targets[0]!.indicator = '王小明办的事';
  Object.assign(given.quantities[0]!, { raw: '20家 王小', at: { ...given.targets[0]!.at } });
  const { targets, quantities } = redactContacts(given);
  expect(targets[0]).toMatchObject({ raw: '20家 ██', indicator: '███办的事', value: 20 });
  expect(quantities[0]).toMatchObject({ raw: '20家 ██', rule: 'quantity.achievement', value: 20 });
});

test.each([
  ['联系人：王小明，联系电话：0571-87654321。', '联系人：███，联系电话：█████████████。'],
  ['联系人：李雷、韩梅梅；邮箱', '联系人：██████；邮箱'],
  ['请拨打 13800138000 咨询', '请拨打 ███████████ 咨询'],
  ['电话：87654321、87654322', '电话：█████████████████'],
  ['（021）23110000', '█████████████'],
])('%s is masked without a contact', (text, expected) => {
  expect(textOf(text)).toBe(expected);
});

test.each([
  '12345热线',
  '2023年6月13日',
  '沪商自贸〔2023〕132号',
  '投资1380013800000元',
  '联系人员培训',
])('%s stays', (text) => {
  expect(textOf(text)).toBe(text);
});

test('words without a name or number stay', () => {
  const given = withContact('1.办事 李四', '李四', '李四', null);
  const { document, tasks } = redactContacts(given);
  expect(document).toEqual({ ...given.document, title: '1.办事 ██' });
  expect(tasks[0]!.id).toBe(given.tasks[0]!.id);
});
