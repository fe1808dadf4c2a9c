import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type {
  Deadline,
  DocumentRecord,
  Quantity,
  Target,
  Task,
  Unit,
} from '../../schemas/index.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { runScript } from '../workers/fixtures/folders.js';
import { inChromium } from './browser.js';
import { linesOf } from './fixtures/recount.js';
import { noticeOf, tenCities } from './fixtures/ten-cities.js';

/** Questions of analysts, each answered from the page's controls alone and counted from the JSON Lines beside it. */
inChromium('what analysts ask', (browser) => {
  let page: Page;
  let out: string;
  let tasks: Task[];
  let targets: Target[];
  let parameters: Quantity[];
  let regionOf: ReadonlyMap<string, string | null>;

  beforeAll(async () => {
    await bundleReport();
    const folder = tenCities();
    for (const name of readdirSync('samples').filter((each) => each.endsWith('.txt'))) {
      writeFileSync(join(folder, 'in', name), readFileSync(join('samples', name)));
    }
    mkdirSync(join(folder, 'out'));
    out = join(folder, 'out/data');
    const extract = () =>
      runScript('cli/main.ts', [
        'extract',
        join(folder, 'in'),
        '--out',
        out,
        '--report',
        '--quiet',
      ]);
    expect(await extract()).toMatchObject({ status: 0 });
    // The next edition of one city: another number, another day, and a task less.
    const next = noticeOf('杭州市', 1)
      .replace('建成监管场景11个', '建成监管场景15个')
      .replace('2025年6月底前', '2025年9月底前')
      .replace(/^4\..*\n/m, '');
    writeFileSync(join(folder, 'in/1.txt'), next);
    expect(await extract()).toMatchObject({ status: 0 });
    const documents = linesOf<DocumentRecord>(out, 'documents').filter((one) => !one.copy_of);
    regionOf = new Map(documents.map(({ id, region }) => [id, region]));
    const own = <Row extends { readonly document_id: string }>(table: string): Row[] =>
      linesOf<Row>(out, table).filter(({ document_id: id }) => regionOf.has(id));
    tasks = own<Task>('tasks');
    targets = own<Target>('targets');
    parameters = own<Quantity>('quantities').filter(({ role }) => role === 'parameter');
    page = await browser.report(out);
  }, 900_000);

  /** Sets controls, and gives the number of records that the list then says it has. */
  const ask = async (controls: Readonly<Record<string, string>>): Promise<number> => {
    await page.evaluate(`location.hash = '#?'`);
    await expect.poll(() => page.locator('.reset').isDisabled()).toBe(true);
    for (const [name, value] of Object.entries(controls)) {
      const control = page.locator(name === 'q' ? '#search' : `#filter-${name}`);
      const isChoice = (await control.evaluate((element) => element.tagName)) === 'SELECT';
      if (isChoice) await control.selectOption(value);
      else await control.fill(value);
    }
    // What is typed is looked for a moment later.
    const asked = (): Promise<number> =>
      page.evaluate(`[...new URLSearchParams(location.hash.split('?')[1])].length`);
    await expect.poll(asked).toBe(Object.keys(controls).length);
    const says = (await page.locator('.found').textContent())!;
    return Number(/[\d,]+/.exec(says)![0].replaceAll(',', ''));
  };

  const isOf =
    (canonical: string, of: (unit: Unit, task: Task) => boolean = () => true) =>
    (task: Task): boolean =>
      task.units.some((unit) => unit.canonical === canonical && of(unit, task));
  const isLead = ({ role }: Unit): boolean => role === 'lead';
  const ends =
    (from: string, to: string) =>
    ({ deadlines }: { readonly deadlines: readonly Deadline[] }) =>
      deadlines.some(({ end }) => end !== null && end >= from && end <= to);
  const MARKET = '温州市市场监督管理局';
  const LABEL = '市市场监管局 · 温州市';

  test('1: what must this bureau lead, as written', async () => {
    const counted = tasks.filter(isOf(MARKET, isLead)).length;
    expect(counted).toBeGreaterThan(3);
    expect(await ask({ kind: 'task', unit: LABEL, role: 'lead' })).toBe(counted);
  });

  test('2: and of that until the end of June 2025', async () => {
    const due = tasks.filter(isOf(MARKET, isLead)).filter(ends('2025-01-01', '2025-06-30'));
    expect(due.length).toBeGreaterThan(0);
    const asked = { kind: 'task', unit: LABEL, role: 'lead', from: '2025-01-01', to: '2025-06-30' };
    expect(await ask(asked)).toBe(due.length);
  });

  test('3: where is it only taken for the lead', async () => {
    const first = tasks.filter(
      isOf(
        MARKET,
        ({ name, role }, { lead_basis: basis, lead_units: leads }) =>
          role !== 'lead' && basis === 'first-listed' && leads.includes(name),
      ),
    );
    expect(first.length).toBeGreaterThan(0);
    expect(await ask({ kind: 'task', unit: LABEL, role: 'first_listed' })).toBe(first.length);
  });

  test('4: which targets are 95 % and more', async () => {
    const high = targets.filter(({ unit, value }) => unit === '%' && value !== null && value >= 95);
    expect(high.length).toBeGreaterThan(5);
    expect(await ask({ kind: 'target', measure: '%', least: '95' })).toBe(high.length);
  });

  test('5: which amounts may somebody get of at least 500,000 yuan', async () => {
    const yuan: Record<string, number> = {
      元: 1,
      千元: 1e3,
      万元: 1e4,
      百万元: 1e6,
      千万元: 1e7,
      亿元: 1e8,
    };
    const much = parameters.filter(
      ({ value, unit }) => value !== null && value * (yuan[unit ?? ''] ?? 0) >= 500_000,
    );
    expect(much.length).toBeGreaterThan(1);
    expect(await ask({ kind: 'parameter', measure: 'money', least: '50' })).toBe(much.length);
  });

  test('6: which amounts may a small firm get', async () => {
    const texts = new Map(tasks.map(({ id, text }) => [id, text]));
    const titles = new Map(
      linesOf<DocumentRecord>(out, 'documents').map(({ id, title }) => [id, title]),
    );
    const money = /^(?:[百千万亿]|百万|千万|万亿)?元$/;
    const small = parameters.filter(
      ({ unit, indicator, raw, task_id: id, document_id: of }) =>
        money.test(unit ?? '') &&
        [indicator, raw, texts.get(id ?? ''), titles.get(of)].some((words) =>
          words?.includes('小微企业'),
        ),
    );
    expect(small.length).toBeGreaterThan(0);
    expect(await ask({ kind: 'parameter', measure: 'money', q: '小微企业' })).toBe(small.length);
  });

  test('7: what has to be done again and again', async () => {
    const again = tasks.filter(({ deadlines }) => deadlines.some(({ every }) => every !== null));
    expect(again.length).toBeGreaterThan(10);
    expect(await ask({ kind: 'task', when: 'recurring' })).toBe(again.length);
    await page.locator('#records .row').first().click();
    expect(await page.locator('.facts .chip.deadline').first().textContent()).toMatch(/每/);
  });

  test('8: what of a city has no day', async () => {
    const undated = tasks.filter(
      ({ document_id: id, deadlines }) =>
        regionOf.get(id) === '福州市' &&
        deadlines.every(({ start, end }) => start === null && end === null),
    );
    expect(undated.length).toBeGreaterThan(0);
    expect(await ask({ kind: 'task', region: '福州市', when: 'none' })).toBe(undated.length);
  });

  test('9: what changed since the edition before', async () => {
    await page.evaluate(`location.hash = ''`);
    const unit = linesOf<{ id: string; canonical: string | null }>(out, 'units').find(
      ({ canonical }) => canonical === '杭州市市场监督管理局',
    )!;
    await page.evaluate(`location.hash = '#bodies?body=${unit.id}'`);
    await page.waitForSelector('.body-page .changes');
    const said = await page.locator('.body-page .changes li').allTextContents();
    const latest = readdirSync(join(out, 'snapshots')).sort().at(-1)!;
    const lines = readFileSync(join(out, 'snapshots', latest, 'changes.jsonl'), 'utf8').trim();
    const own = lines
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; change: string })
      .filter(({ kind }) => kind === 'task' || kind === 'target');
    expect(said).toHaveLength(own.length);
    expect(said.some((words) => words.includes('2025年6月底前 → 2025年9月底前'))).toBe(true);
    expect(said.some((words) => words.startsWith('撤销') && words.includes('企业诉求'))).toBe(true);
  });

  test('10: how do I get it into a table of my own', async () => {
    const unit = linesOf<{ id: string; canonical: string | null }>(out, 'units').find(
      ({ canonical }) => canonical === MARKET,
    )!;
    await page.evaluate(`location.hash = '#bodies?body=${unit.id}'`);
    await expect.poll(() => page.locator('.body-page h2').textContent()).toContain('温州市');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.save-csv').click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    const rows: string[][] = parseCsv(csv, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const titles = new Set(tasks.filter(isOf(MARKET)).map(({ title }) => title));
    const start = rows.findIndex(([title]) => title === '任务');
    const end = rows.findIndex(([title], index) => index > start && title === '指标');
    const listed = rows.slice(start + 2, end);
    expect(listed).toHaveLength(tasks.filter(isOf(MARKET)).length);
    expect(new Set(listed.flatMap((row) => row.filter((cell) => titles.has(cell))))).toEqual(
      titles,
    );
  });
});
