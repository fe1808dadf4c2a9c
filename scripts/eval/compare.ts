import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { documentValues, type Gains, gainsOf, type ValuesBySource } from './gains.js';

/** Gains shown at most, a document. */
const SHOWN = 40;

/**
 * What the latter of two datasets or builds has that the former has not, and what it has lost, document by
 * document. A build is a folder with `dist/cli/main.js`; it extracts `sources` first.
 */
export function compareBuilds(former: string, latter: string, sources: string): string {
  const work = mkdtempSync(join(tmpdir(), 'gongwen-compare-'));
  try {
    const [then, now] = [former, latter].map((folder, index) =>
      documentValues(datasetOf(folder, sources, join(work, String(index)))),
    ) as [ValuesBySource, ValuesBySource];
    return reportGains(gainsOf(then, now));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function datasetOf(folder: string, sources: string, out: string): string {
  if (existsSync(join(folder, 'documents.jsonl'))) return folder;
  const program = join(resolve(folder), 'dist/cli/main.js');
  if (!existsSync(program)) {
    throw new Error(`${folder} is neither a dataset nor a build: no documents.jsonl, no dist.`);
  }
  const args = ['extract', resolve(sources), '--out', out, '--quiet', '--no-snapshot'];
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  // Some inputs may be rejected.
  if (status !== 0 && status !== 1) throw new Error(`${program} failed: ${stderr}`);
  return out;
}

/** The gains and losses as lines for people, their sums last. */
export function reportGains(gains: readonly Gains[]): string {
  const lines = gains.flatMap(({ source, gained, lost }) => [
    source,
    ...shown(lost, '-'),
    ...shown(gained, '+'),
  ]);
  return [...lines, ...sums(gains)].join('\n');
}

function shown(values: readonly string[], sign: string): string[] {
  const others = values.length - SHOWN;
  const more = others > 0 ? [`  ${sign} … and ${others} more`] : [];
  return [...values.slice(0, SHOWN).map((value) => `  ${sign} ${value}`), ...more];
}

function sums(gains: readonly Gains[]): string[] {
  const kinds = new Map<string, [gained: number, lost: number]>();
  const count = (values: readonly string[], place: 0 | 1): void => {
    for (const value of values) {
      const kind = value.slice(0, value.indexOf(' '));
      const sum = kinds.get(kind) ?? [0, 0];
      sum[place]++;
      kinds.set(kind, sum);
    }
  };
  for (const { gained, lost } of gains) {
    count(gained, 0);
    count(lost, 1);
  }
  if (kinds.size === 0) return ['No gains and no losses.'];
  return [...kinds].sort().map(([kind, [gained, lost]]) => `${kind}: +${gained} -${lost}`);
}
