import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Deadline, DocumentRecord, Quantity, Target, Task } from '../../schemas/index.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { folderOf, runScript } from '../workers/fixtures/folders.js';
import { inChromium } from './browser.js';
import { linesOf, recount } from './fixtures/recount.js';
import { tenCities } from './fixtures/ten-cities.js';

/** What each unit of money is in 万元, as a reader of the texts knows it. */
const IN_WAN: Readonly<Record<string, number>> = { 元: 1e-4, 万元: 1, 亿元: 1e4 };
/** What each word of a part is in the records. */
const ROLES = ['lead', 'support', 'responsible', 'first_listed'] as const;

inChromium('every filter lets through what the dataset has', (browser) => {
  describe.each([
    ['the samples', () => folderOf({}), 'samples'],
    ['ten cities of equal short names, and copies', tenCities, 'in'],
  ] as const)('%s', (_, folderWith, input) => {
    let page: Page;
    let documents: readonly DocumentRecord[];
    let tasks: readonly Task[];
    let targets: readonly Target[];
    let parameters: readonly Quantity[];
    let counted: ReturnType<typeof recount>;

    beforeAll(async () => {
      await bundleReport();
      const folder = folderWith();
      const out = join(folder, 'data');
      const from = input === 'samples' ? 'samples' : join(folder, input);
      const args = ['extract', from, '--out', out, '--report', '--quiet'];
      expect(await runScript('cli/main.ts', args)).toMatchObject({ status: 0, stderr: '' });
      counted = recount(out);
      documents = linesOf<DocumentRecord>(out, 'documents').filter((one) => !one.copy_of);
      const ids = new Set(documents.map(({ id }) => id));
      const own = <Row extends { readonly document_id: string }>(table: string): Row[] =>
        linesOf<Row>(out, table).filter(({ document_id: id }) => ids.has(id));
      tasks = own<Task>('tasks');
      targets = own<Target>('targets');
      parameters = own<Quantity>('quantities').filter(({ role }) => role === 'parameter');
      page = await browser.report(out);
    }, 900_000);

    /** Holds each list's number against the one that was counted; some must be above none. */
    const compare = async (wanted: readonly (readonly [string, number])[]): Promise<void> => {
      const said = await page.evaluate(`(async (asked) => {
        const counts = [];
        for (const address of asked) {
          location.hash = '#?';
          location.hash = address;
          for (let turn = 0; turn < 3; turn++) await new Promise((after) => setTimeout(after));
          const rows = document.querySelector('.found').textContent;
          counts.push([address, Number(/[\\d,]+/.exec(rows)[0].replaceAll(',', ''))]);
        }
        return counts;
      })(${JSON.stringify(wanted.map(([address]) => address))})`);
      expect(said).toEqual(wanted);
      expect(wanted.some(([, count]) => count > 0)).toBe(true);
    };
    const address = (asked: Readonly<Record<string, string>>): string =>
      `#?${new URLSearchParams(asked)}`;

    test('values between bounds, of a measure, and money in any unit', async () => {
      const units = [...new Set(targets.flatMap(({ unit }) => unit ?? []))].filter(
        (unit) => !/元$/.test(unit),
      );
      const within = ({ value }: { value: number | null }, least: number): boolean =>
        value !== null && value >= least;
      const byId = new Map(targets.map((target) => [target.id, target]));
      const ofMeasure = units.slice(0, 12).flatMap((unit) => {
        const own = targets.filter((target) => target.unit === unit);
        const least = own.map(({ value }) => value ?? 0).sort((a, b) => a - b)[own.length >> 1]!;
        const those = (one: Target): boolean => one.unit === unit && within(one, least);
        const asked = { measure: unit, least: String(least) };
        return [
          [address({ kind: 'target', ...asked }), targets.filter(those).length],
          [
            address({ kind: 'task', ...asked }),
            tasks.filter(({ target_ids: ids }) => ids.some((id) => those(byId.get(id)!))).length,
          ],
          [
            address({ kind: 'target', measure: unit, most: String(least) }),
            own.filter(({ value }) => value !== null && value <= least).length,
          ],
        ] as const;
      });
      const wan = ({ value, unit }: Quantity): number | null =>
        value === null || !(unit! in IN_WAN) ? null : value * IN_WAN[unit!]!;
      const money = parameters.flatMap((one) => wan(one) ?? []);
      expect(parameters.every(({ unit }) => !unit?.endsWith('元') || unit in IN_WAN)).toBe(true);
      await compare([
        ...ofMeasure,
        [address({ kind: 'parameter', measure: 'money' }), money.length],
        [
          address({ kind: 'parameter', measure: 'money', least: '10', most: '100' }),
          money.filter((sum) => sum >= 10 && sum <= 100).length,
        ],
      ]);
    });

    test('dates: what ends, goes on, comes again, and has none', async () => {
      const ends = ({ deadlines }: Task, from: string, to: string): boolean =>
        deadlines.some(({ end }) => end !== null && end >= from && end <= to);
      const goesOn = ({ kind, start, end }: Deadline, from: string, to: string): boolean =>
        kind === 'recurring' ||
        kind === 'ongoing' ||
        ((end ?? '9999') >= from && ((kind === 'by' ? end : start) ?? '') <= to);
      const years = [...new Set(tasks.flatMap(({ deadlines }) => deadlines))]
        .flatMap(({ end }) => end?.slice(0, 4) ?? [])
        .filter((year, index, all) => all.indexOf(year) === index)
        .slice(0, 6);
      const inYears = years.flatMap((year) => {
        const [from, to] = [`${year}-01-01`, `${year}-06-30`];
        return [
          [
            address({ kind: 'task', from, to }),
            tasks.filter((task) => ends(task, from, to)).length,
          ],
          [
            address({ kind: 'task', from, to, when: 'running' }),
            tasks.filter(({ deadlines }) => deadlines.some((each) => goesOn(each, from, to)))
              .length,
          ],
          [
            address({ kind: 'target', from, to }),
            targets.filter(({ by }) => by !== null && by >= from && by <= to).length,
          ],
        ] as const;
      });
      await compare([
        ...inYears,
        [
          address({ kind: 'task', when: 'recurring' }),
          tasks.filter(({ deadlines }) => deadlines.some(({ every }) => every !== null)).length,
        ],
        [
          address({ kind: 'task', when: 'none' }),
          tasks.filter(({ deadlines }) => deadlines.every(({ end }) => end === null)).length,
        ],
      ]);
    });

    test('regions, parts, warnings and what was inferred', async () => {
      const idsOf = (is: (document: DocumentRecord) => boolean): ReadonlySet<string> =>
        new Set(documents.filter(is).map(({ id }) => id));
      const tasksIn = (ids: ReadonlySet<string>): number =>
        tasks.filter(({ document_id: id }) => ids.has(id)).length;
      const regions = [...new Set(documents.flatMap(({ region }) => region ?? []))];
      const codes = [...new Set(counted.warnings.map(({ code }) => code))];
      const parts = ROLES.map((role) => {
        const has = (task: Task): boolean =>
          task.units.some(({ name, role: said }) => {
            const first = task.lead_basis === 'first-listed' && task.lead_units.includes(name);
            return (said !== 'lead' && first ? 'first_listed' : said) === role;
          });
        return [address({ kind: 'task', role }), tasks.filter(has).length] as const;
      });
      const inferred = Object.entries(counted.inferred).map(
        ([mark, count]) => [address({ kind: 'task', mark }), count] as const,
      );
      await compare([
        ...parts,
        ...inferred,
        ...regions.map(
          (region) =>
            [
              address({ kind: 'task', region }),
              tasksIn(idsOf((one) => one.region === region)),
            ] as const,
        ),
        ...codes.flatMap(
          (mark) =>
            [
              [
                address({ kind: 'warning', mark }),
                counted.warnings.filter(({ code }) => code === mark).length,
              ],
              [
                address({ kind: 'task', mark }),
                tasksIn(idsOf(({ warnings }) => warnings.some(({ code }) => code === mark))),
              ],
            ] as const,
        ),
      ]);
    });

    test('a search: words of tasks, two together, one without another, as they stand', async () => {
      const regions = new Map(documents.map((one) => [one.id, one]));
      const wordsOf = (task: Task): string[] => {
        const { title, doc_number: number, region } = regions.get(task.document_id)!;
        const units = task.units.flatMap((unit) => [
          ...[unit.name, unit.canonical, counted.bodyOf(unit, task.document_id).region],
        ]);
        const own = [task.number, ...task.path, task.title, task.text, ...task.keywords];
        const dates = task.deadlines.map(({ raw }) => raw);
        return [...own, ...units, ...dates, title, number, region].flatMap((each) =>
          each === null ? [] : [each.replace(/\s+/g, '')],
        );
      };
      const all = tasks.map(wordsOf);
      const having = (...words: string[]): number =>
        all.filter((one) => words.every((word) => one.some((each) => each.includes(word)))).length;
      const some = [3, 5, 7, 11]
        .map((part) => tasks[Math.floor(tasks.length / part)]!.text)
        .flatMap((text) => /[一-龥]{8}/.exec(text)?.[0] ?? [])
        .flatMap((words) => [words.slice(0, 2), words.slice(2, 5), words]);
      const pairs = some.slice(1).map((word, index) => [some[index]!, word] as const);
      await compare([
        ...some.map((q) => [address({ kind: 'task', q }), having(q)] as const),
        ...pairs.flatMap(
          ([one, other]) =>
            [
              [address({ kind: 'task', q: `${one} ${other}` }), having(one, other)],
              [address({ kind: 'task', q: `${one} -${other}` }), having(one) - having(one, other)],
            ] as const,
        ),
        [address({ kind: 'task', q: `"${some[2]}"` }), having(some[2]!)],
        [address({ kind: 'task', q: '没有这样的词语' }), 0],
      ]);
    });

    test('each quarter of the busiest bodies, and their parts together', async () => {
      const busiest = [...counted.bodies].sort(([, a], [, b]) => b.tasks - a.tasks).slice(0, 6);
      const quarters = ['2023', '2024', '2025'].flatMap((year) => [
        [`${year}-01-01`, `${year}-03-31`],
        [`${year}-04-01`, `${year}-06-30`],
        [`${year}-10-01`, `${year}-12-31`],
      ]) as readonly (readonly [string, string])[];
      await compare(
        busiest.flatMap(([body]) =>
          quarters.map(([from, to]) => {
            const own = tasks.filter(
              (task) =>
                task.units.some((unit) => counted.bodyOf(unit, task.document_id).id === body) &&
                task.deadlines.some(({ end }) => end !== null && end >= from && end <= to),
            );
            return [address({ kind: 'task', body, from, to }), own.length] as const;
          }),
        ),
      );
    });
  });
});
