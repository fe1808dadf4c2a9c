import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { convert } from '../../pipeline/convert.js';
import type { ConvertedDocument } from '../../pipeline/converted.js';
import { ClauseAccount } from '../../pipeline/extract/tasks/clause-account.js';
import { clausesOf } from '../../pipeline/extract/units/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';
import { selfCheck } from '../../pipeline/refine/coverage.js';

async function converted(text: string): Promise<ConvertedDocument> {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const options = { encoding: null, tokens: false, redactContacts: false };
  return (await convert({ uri: 'a.txt', bytes, sha256 }, options)).documents[0]!;
}

const passageOf = (text: string): Passage =>
  Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);

const HEAD = '温州市人民政府办公室关于做好服务工作的通知\n\n';

test('every clause of the text is counted, and every one that a task has', async () => {
  const { document, tasks } = await converted(
    `${HEAD}一、主要任务\n1.建设窗口。（市商务局、市数据局）\n2.减轻负担。（责任单位：市税务局）\n3.宣传政策。\n`,
  );
  expect(document.coverage).toMatchObject({ clauses: 2, clauses_attached: 2 });
  expect(tasks.map(({ units }) => units.map(({ name }) => name))).toEqual([
    ['市商务局', '市数据局'],
    ['市税务局'],
    [],
  ]);
  expect(document.warnings).toEqual([]);
});

test('a clause in a section of aims makes a task there, and is not lost', async () => {
  const { document, tasks } = await converted(
    `${HEAD}一、总体要求\n坚持服务为本。（市商务局牵头）\n二、主要任务\n1.建设窗口。（市数据局）\n`,
  );
  expect(document.coverage).toMatchObject({ clauses: 2, clauses_attached: 2 });
  expect(tasks.flatMap(({ units }) => units.map(({ name }) => name)).sort()).toEqual(
    ['市商务局', '市数据局'].sort(),
  );
});

test('a clause that no task has is counted, not attached, and told of at its place', () => {
  const source = new SourceText('建设窗口。（市商务局）\n减轻负担。（市税务局）');
  const [first, second] = [5, 17].map((start) =>
    Passage.of(source, [{ start, end: start + 6 }]),
  ) as [Passage, Passage];
  const clauses = [
    { passage: first, attached: true, unknownLabels: [], unreadNames: [] },
    { passage: second, attached: false, unknownLabels: [], unreadNames: [] },
  ];
  const unassigned = [Passage.of(source, [{ start: 0, end: 5 }])];
  const none = { tasks: [], goals: [], tables: [], sections: [], unclearCells: [] };
  const { coverage, warnings } = selfCheck(source, { ...none, clauses, unassigned });
  expect(coverage).toEqual({ clauses: 2, clauses_attached: 1, chars: 22, chars_unassigned: 5 });
  expect(warnings).toEqual([
    {
      code: 'clause_not_attached',
      message: expect.stringMatching(/：（市税务局）$/),
      at: { page: null, start: 17, end: 23 },
    },
  ]);
});

test('a label that no word is known of is told of, and its bodies are kept', async () => {
  const { document, tasks } = await converted(
    `${HEAD}一、主要任务\n1.建设窗口。（帮办单位：市商务局）\n`,
  );
  expect(tasks[0]!.units).toMatchObject([{ name: '市商务局', role: 'responsible' }]);
  expect(document.warnings.map(({ code }) => code)).toEqual(['clause_label_unknown']);
});

test('characters are counted without white space, and those of an opening as unassigned', async () => {
  const opening = '现将有关事项通知如下。';
  const { document, text } = await converted(`${HEAD}${opening}\n\n1.建设窗口。\n2.办好事项。\n`);
  expect(document.coverage.chars).toBe(text.replace(/\s/g, '').length);
  expect(document.coverage.chars_unassigned).toBe(opening.length);
});

test('the account has each clause once, attached only where it was said to be', () => {
  const passage = passageOf('建设窗口。（市商务局）减轻负担。（市税务局）');
  const [first, second] = clausesOf(passage);
  const account = new ClauseAccount();
  account.see(passage);
  account.see(passage);
  expect(account.all().map(({ attached }) => attached)).toEqual([false, false]);
  account.attach(second!, passage);
  expect(account.all().map(({ attached, passage: { text } }) => [text, attached])).toEqual([
    ['（市商务局）', false],
    ['（市税务局）', true],
  ]);
  account.attach(first!, passage);
  expect(account.all().every(({ attached }) => attached)).toBe(true);
});

test('words behind a label that read as no body are told of, and the other names are kept', async () => {
  const { document, tasks } = await converted(
    `${HEAD}一、主要任务\n1.建设窗口。（责任单位：市商务局、窗口建设工作任务）\n`,
  );
  expect(tasks[0]!.units).toMatchObject([{ name: '市商务局', role: 'responsible' }]);
  expect(document.warnings).toMatchObject([
    { code: 'clause_name_unread', message: expect.stringMatching(/：窗口建设工作任务$/) },
  ]);
});
