import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleReport } from '../../scripts/bundle-report.js';
import { folderOf, runScript } from '../workers/fixtures/folders.js';
import { inChromium } from './browser.js';
import { recount } from './fixtures/recount.js';
import { tenCities } from './fixtures/ten-cities.js';

/** A table of a picture: its cells, and where each row leads. */
interface ReadTable {
  readonly rows: readonly (readonly string[])[];
  readonly addresses: readonly (string | null)[];
}

const PART_WORDS = {
  lead: '牵头（明文）',
  first_listed: '列首（推断牵头）',
  responsible: '责任（非列首）',
  support: '配合',
} as const;

inChromium('every number on the page is that of the dataset', (browser) => {
  beforeAll(async () => {
    await bundleReport();
  }, 900_000);

  describe.each([
    ['the samples', () => folderOf({}), 'samples'],
    ['ten cities of equal short names, and copies', tenCities, 'in'],
  ] as const)('%s', (_, folderWith, input) => {
    let page: Page;
    let counted: ReturnType<typeof recount>;

    beforeAll(async () => {
      const folder = folderWith();
      const out = join(folder, 'data');
      const from = input === 'samples' ? 'samples' : join(folder, input);
      const args = ['extract', from, '--out', out, '--report', '--quiet'];
      expect(await runScript('cli/main.ts', args)).toMatchObject({ status: 0, stderr: '' });
      counted = recount(out);
      page = await browser.report(out);
    }, 900_000);

    /** The counts of the lists that addresses lead to. */
    const listsAt = (addresses: readonly string[]): Promise<number[]> =>
      page.evaluate(`(async (asked) => {
        const counts = [];
        for (const address of asked) {
          location.hash = '';
          location.hash = address.replace(/^#/, '');
          for (let turn = 0; turn < 3; turn++) await new Promise((after) => setTimeout(after));
          const said = document.querySelector('.found').textContent;
          counts.push(Number(/[\\d,]+/.exec(said)[0].replaceAll(',', '')));
        }
        return counts;
      })(${JSON.stringify(addresses)})`);

    const tableOf = async (title: string): Promise<ReadTable> => {
      await page.evaluate(`location.hash = '#charts'`);
      await page.waitForSelector('.picture svg');
      return page
        .locator('.picture', { hasText: title })
        .locator('.as-table tbody tr')
        .evaluateAll((rows) => ({
          rows: rows.map((row) =>
            [...row.querySelectorAll('td')]
              .filter((cell) => !cell.querySelector('a'))
              .map((cell) => cell.textContent!),
          ),
          addresses: rows.map((row) => row.querySelector('a')?.getAttribute('href') ?? null),
        }));
    };

    /** Each row's number, where it leads, and how many stand there. */
    const followed = async ({ rows, addresses }: ReadTable): Promise<void> => {
      const counts = await listsAt(addresses.map((address) => address!));
      expect(counts).toEqual(rows.map((row) => Number(row.at(-1))));
    };

    test('the head', async () => {
      const said = (await page.locator('.summary').textContent())!;
      const numbers = [...said.matchAll(/[\d,]+/g)].map(([n]) => Number(n.replaceAll(',', '')));
      const { documents, tasks, targets } = counted;
      const { copies } = counted;
      expect(numbers).toEqual([
        ...[documents, tasks, targets].map(({ length }) => length),
        ...(copies > 0 ? [copies] : []),
      ]);
      // One notice of the ten stands in two other carriers too.
      expect(copies).toBe(input === 'samples' ? 0 : 2);
    });

    test('lists of each kind, and of each nature of document', async () => {
      const { tasks, documentTargets, targets, parameters, deadlines, warnings } = counted;
      const kinds = ['', 'task', 'target', 'parameter', 'deadline', 'warning'];
      expect(await listsAt(kinds.map((kind) => `#?kind=${kind}`))).toEqual([
        tasks.length + documentTargets.length,
        ...[tasks, targets, parameters, deadlines, warnings].map(({ length }) => length),
      ]);
      const natures = [...new Set(counted.documents.map(({ nature }) => nature))];
      const inNature = natures.map((nature) => {
        const ids = new Set(
          counted.documents.filter((each) => each.nature === nature).map(({ id }) => id),
        );
        return tasks.filter((task) => ids.has(task.document_id)).length;
      });
      expect(await listsAt(natures.map((nature) => `#?kind=task&nature=${nature}`))).toEqual(
        inNature,
      );
    });

    test('the calendar of deadlines', async () => {
      const table = await tableOf('时限日历');
      const shown = table.rows.map(([year, month, n]) => [
        `${year}-${month!.padStart(2, '0')}`,
        Number(n),
      ]);
      expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(counted.months));
      await followed(table);
    });

    test('the bodies, by id', async () => {
      const table = await tableOf('各单位任务');
      const ids = table.addresses.map((address) => new URLSearchParams(address!.split('?')[1]));
      const shown = new Map<string, object>();
      for (const [index, [label, part, n]] of table.rows.entries()) {
        const id = ids[index]!.get('body')!;
        shown.set(id, { ...shown.get(id), label, [part!]: Number(n) });
      }
      const most = Math.max(...[...counted.bodies.values()].map(({ tasks }) => tasks));
      expect(Math.max(...table.rows.map((row) => Number(row[2])))).toBe(most);
      for (const [id, counts] of shown) {
        const { label, tasks, parts } = counted.bodies.get(id)!;
        const said = Object.entries(parts).map(([part, n]) => [
          PART_WORDS[part as keyof typeof parts],
          n,
        ]);
        expect(counts).toEqual({ label, 全部: tasks, ...Object.fromEntries(said) });
      }
      const fewest = Math.min(...[...shown.keys()].map((id) => counted.bodies.get(id)!.tasks));
      const left = [...counted.bodies].filter(([id]) => !shown.has(id));
      expect(left.every(([, { tasks }]) => tasks <= fewest)).toBe(true);
      await followed(table);
    });

    test('a page of each body: its numbers, its quarters, its tables', async () => {
      const busiest = [...counted.bodies].sort(([, a], [, b]) => b.tasks - a.tasks).slice(0, 12);
      for (const [id, { label, tasks, parts }] of busiest) {
        await page.evaluate(`location.hash = '#bodies?body=${id}'`);
        await page.waitForSelector('.body-page .numbers');
        expect(await page.locator('.body-page h2').textContent()).toBe(label);
        const links = await page.locator('.numbers a').evaluateAll((all) =>
          all.map((each) => ({
            n: Number(each.querySelector('b')!.textContent!.replaceAll(',', '')),
            address: each.getAttribute('href')!,
          })),
        );
        const words = ['lead', 'first_listed', 'responsible', 'support'] as const;
        expect(links.slice(0, 5).map(({ n }) => n)).toEqual([
          tasks,
          ...words.map((part) => parts[part] ?? 0),
        ]);
        const cells = await page.locator('.sheet .amount a').evaluateAll((all) =>
          all.map((each) => ({
            n: Number(each.textContent!.replaceAll(',', '')),
            address: each.getAttribute('href')!,
          })),
        );
        const rows = await page
          .locator('.body-page section')
          .evaluateAll((all) => all.map((each) => each.querySelectorAll('tbody tr').length));
        expect(rows.slice(1, 4)).toEqual([links[0]!.n, links[5]!.n, links[6]!.n]);
        const followed = [...links, ...cells];
        expect(await listsAt(followed.map(({ address }) => address))).toEqual(
          followed.map(({ n }) => n),
        );
      }
    });

    test('the list of all bodies', async () => {
      await page.evaluate(`location.hash = '#bodies'`);
      await page.waitForSelector('.bodies tbody tr');
      const rows = await page
        .locator('.bodies tbody tr')
        .evaluateAll((all) =>
          all.map((row) => [...row.querySelectorAll('td')].map((each) => each.textContent!)),
        );
      const said = [...counted.bodies.values()]
        .map(({ label, tasks, parts }) =>
          [
            label,
            ...[tasks, parts.lead, parts.first_listed, parts.responsible, parts.support].map((n) =>
              String(n ?? 0),
            ),
          ].join(' '),
        )
        .sort();
      const shown = rows.map(([label, , ...numbers]) => [label, ...numbers].join(' ')).sort();
      if (said.length <= 300) expect(shown).toEqual(said);
      else expect(shown.every((row) => said.includes(row))).toBe(true);
    });

    test('the years of targets', async () => {
      const table = await tableOf('各年指标');
      const shown = table.rows.map(([year, n]) => [year === '未写明' ? '' : year, Number(n)]);
      expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(counted.years));
      await followed(table);
    });

    test('the coverage of documents', async () => {
      const { rows } = await tableOf('各篇覆盖');
      const shares = counted.documents
        .map(({ coverage: { chars, chars_unassigned: loose } }) => 1 - loose / Math.max(1, chars))
        .sort((a, b) => a - b)
        .slice(0, 25);
      expect(rows.map((row) => row[1])).toEqual(shares.map((s) => `${(s * 100).toFixed(1)}%`));
    });

    test('each drawn bar and cell opens a list of just its number', async () => {
      await page.evaluate(`location.hash = '#charts'`);
      await page.waitForSelector('.picture svg');
      const links = await page.locator('.picture svg a').evaluateAll((elements) =>
        elements.map((element) => ({
          says: element.getAttribute('aria-label') ?? '',
          address: element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '',
        })),
      );
      const counting = links.filter(({ says }) => /: \d+$/.test(says));
      expect(counting.length).toBeGreaterThan(20);
      const counts = await listsAt(counting.map(({ address }) => address));
      expect(counts).toEqual(counting.map(({ says }) => Number(says.split(': ').at(-1))));
    });

    test('what needs eyes', async () => {
      await page.evaluate(`location.hash = '#attention'`);
      await page.waitForSelector('.kinds button');
      const buttons = await page
        .locator('.kinds button')
        .evaluateAll((all) => all.map((each) => [...each.children].map((e) => e.textContent!)));
      const shown = Object.fromEntries(
        buttons.map(([title, n]) => [title, Number(n!.replaceAll(',', ''))]),
      );
      const reviewed = counted.warnings.filter(({ code }) => code.endsWith('_in_review')).length;
      expect(shown).toEqual({
        先看这些记录: counted.doubtful,
        未挂接与警告: counted.warnings.length - reviewed,
        以列首为牵头: counted.inferred.first_listed,
        承上而来的单位: counted.inheritedPlaces,
        年份取自公文: counted.inferred.document_year,
        年份承前文: counted.inferred.item_year,
        一项多责的切分: counted.inferred.part,
        未收的输入: counted.rejects.length,
        数据集中的人工校订: reviewed,
        本页所作校订: 0,
      });
      for (const [index, [, n]] of buttons.entries()) {
        await page.locator('.kinds button').nth(index).click();
        const row = page.locator('#attention-list .row').first();
        const size = n === '0' ? '0' : await row.getAttribute('aria-setsize');
        expect(Number(size)).toBe(Number(n!.replaceAll(',', '')));
      }
    });
  });
});
