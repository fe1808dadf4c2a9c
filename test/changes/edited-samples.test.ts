import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { Change, type Task, TaskVersion } from '../../schemas/index.js';
import { datasetFiles, rowsOf } from '../workers/fixtures/folders.js';
import { Emissions, summaries } from './emission.js';

const NAME = '002_3b0432dd4a7437f5.txt';
const SAMPLE = readFileSync(new URL(`../../samples/${NAME}`, import.meta.url), 'utf8');

/** The sample with one place written otherwise. */
function edited(from: string, to: string): string {
  expect(SAMPLE.split(from)).toHaveLength(2);
  return SAMPLE.replace(from, to);
}

/** The sample with an item before one of its notices' `8.`, and those after it renumbered. */
function withItem(item: string): string {
  const from = SAMPLE.indexOf('8.持续推进“减证便民”改革，动态调整证明事项清单');
  const to = SAMPLE.indexOf('61.2023 年12 月底前，在市场监管');
  const later = SAMPLE.slice(from, to).replace(
    /^(\d+)\./gm,
    (_, number) => `${Number(number) + 1}.`,
  );
  return `${SAMPLE.slice(0, from)}${item}\n${later}${SAMPLE.slice(to).replace('61.', '62.')}`;
}

const emissions = new Emissions({ [NAME]: SAMPLE });
let tasks: Task[];

beforeAll(async () => {
  await emissions.emit();
  tasks = rowsOf<Task>(emissions.out, 'tasks');
}, 60_000);

const idsNow = () => ({
  documents: emissions.ids('documents'),
  tasks: emissions.ids('tasks'),
  targets: emissions.ids('targets'),
});

describe('a compendium of 86 notices, edited', { timeout: 60_000 }, () => {
  test('the first snapshot tells no change and begins every history', () => {
    expect(emissions.ids('documents')).toHaveLength(86);
    expect(emissions.changes).toEqual([]);
    expect(emissions.history).toHaveLength(tasks.length);
    expect(emissions.latest).toBe(`snapshots/${emissions.snapshots[0]}`);
    for (const version of emissions.history.slice(0, 50)) TaskVersion.parse(version);
  });

  test('nothing changed: no snapshot, and no byte is another', async () => {
    const before = datasetFiles(emissions.out);
    const link = emissions.latest;
    await emissions.emit();
    expect(emissions.snapshots).toHaveLength(1);
    expect(emissions.latest).toBe(link);
    expect(datasetFiles(emissions.out)).toEqual(before);
  });

  test('a deadline: that change, every id as it was', async () => {
    const ids = idsNow();
    emissions.put(
      NAME,
      edited(
        '保障处、房产处、城建处、城管处，时限要求：9 月底〕',
        '保障处、房产处、城建处、城管处，时限要求：11 月底〕',
      ),
    );
    await emissions.emit();
    expect(summaries(emissions.changes)).toEqual([
      'task changed: deadline moved 2023-09-30 → 2023-11-30',
    ]);
    for (const change of emissions.changes) Change.parse(change);
    expect(idsNow()).toEqual(ids);
    const [{ id }] = emissions.changes as [Change];
    const versions = emissions.history.filter(({ task_id }) => task_id === id);
    expect(versions).toHaveLength(2);
    expect(versions[0]!.valid_to).toBe(versions[1]!.valid_from);
    expect(versions[1]!.valid_to).toBeNull();
    expect(emissions.history).toHaveLength(tasks.length + 1);
  });

  test('an item in the middle: one new, those after it renumbered under their ids', async () => {
    const former = new Set(emissions.ids('tasks'));
    emissions.put(NAME, withItem('8.建立企业诉求快速响应平台，按月通报办理情况。（市商务局负责）'));
    await emissions.emit();
    const ofTasks = emissions.changes.filter(({ kind }) => kind === 'task');
    const back = ofTasks.filter(({ summary }) => summary.startsWith('deadline moved'));
    expect(back).toHaveLength(1);
    const others = ofTasks.filter((change) => !back.includes(change));
    expect(others.filter(({ change }) => change === 'added')).toMatchObject([
      { title: expect.stringContaining('建立企业诉求快速响应平台') },
    ]);
    expect(others.filter(({ change }) => change === 'withdrawn')).toEqual([]);
    const renumbered = others.filter(({ change }) => change === 'changed');
    expect(renumbered.length).toBeGreaterThan(40);
    expect(new Set(renumbered.map(({ summary }) => summary.replace(/\d+/g, 'n')))).toEqual(
      new Set(['renumbered n → n']),
    );
    const ids = emissions.ids('tasks');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !former.has(id))).toHaveLength(1);
    const words = rowsOf<{ task_id: string }>(emissions.out, 'tokens');
    expect(words.map(({ task_id }) => task_id)).toEqual(ids);
  });

  test('a task in other words', async () => {
    emissions.put(NAME, SAMPLE);
    await emissions.emit();
    const ids = idsNow();
    emissions.put(
      NAME,
      edited('，出台行政协助核查办法，推动', '，研究制定行政协助核查的具体办法，加快推动'),
    );
    await emissions.emit();
    expect(summaries(emissions.changes)).toEqual(['task changed: wording only']);
    expect(idsNow()).toEqual(ids);
  });

  test('a notice that is withdrawn, with all in it, and nothing else', async () => {
    emissions.put(NAME, SAMPLE);
    await emissions.emit();
    const document = tasks.find(({ text }) => text.includes('减证便民'))!.document_id;
    const text = emissions.text(document).trim();
    expect(SAMPLE.split(text)).toHaveLength(2);
    emissions.put(NAME, SAMPLE.replace(text, ''));
    await emissions.emit();
    const withdrawn = emissions.changes.filter(({ change }) => change === 'withdrawn');
    expect(withdrawn[0]).toMatchObject({ kind: 'document', id: document });
    expect(emissions.changes).toEqual(withdrawn);
    expect(new Set(withdrawn.map(({ document_id }) => document_id))).toEqual(new Set([document]));
    const gone = emissions.history.filter(({ document_id }) => document_id === document);
    expect(gone.filter(({ valid_to }) => valid_to === null)).toEqual([]);
  });
});
