import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert } from '../../pipeline/convert.js';
import { addCounts, type CountedField, noCounts, rates } from './counts.js';
import { evaluate } from './evaluation.js';

/**
 * What is read from text that other converters print of the sample files, against the gold records of the
 * same texts: `tsx scripts/eval/converters.ts [folder of files]` writes the table of docs/converters.md. Tools that
 * are not installed are left out.
 */
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const SAMPLES = join(ROOT, 'samples');
const PAGE = join(ROOT, 'docs/converters.md');
const FIELDS = ['tasks', 'units', 'deadlines', 'targets'] as const satisfies CountedField[];

interface Tool {
  readonly name: string;
  /** Ends of the names of files that it reads. */
  readonly reads: RegExp;
  readonly markdown?: boolean;
  /** The command with `{in}` and `{out}`; without `{out}` it prints. */
  readonly command: readonly string[];
}

const PANDOC = ['gfm', 'markdown', 'plain', 'rst', 'org', 'asciidoc', 'mediawiki'].map(
  (format): Tool => ({
    name: `pandoc -t ${format}`,
    reads: /\.(?:docx|html)$/,
    markdown: format === 'gfm' || format === 'markdown',
    command: ['pandoc', '-t', format, '{in}', '-o', '{out}'],
  }),
);
const TOOLS: readonly Tool[] = [
  ...PANDOC,
  { name: 'docx2txt', reads: /\.docx$/, command: ['docx2txt', '{in}', '{out}'] },
  {
    name: 'antiword',
    reads: /\.doc$/,
    command: ['antiword', '-m', 'UTF-8.txt', '-w', '0', '{in}'],
  },
  { name: 'catdoc', reads: /\.doc$/, command: ['catdoc', '-d', 'utf-8', '-w', '{in}'] },
  {
    name: 'pdftotext -layout',
    reads: /\.pdf$/,
    command: ['pdftotext', '-layout', '{in}', '{out}'],
  },
  { name: 'pdftotext', reads: /\.pdf$/, command: ['pdftotext', '{in}', '{out}'] },
  {
    name: 'mutool draw -F txt',
    reads: /\.pdf$/,
    command: ['mutool', 'draw', '-F', 'txt', '-o', '{out}', '{in}'],
  },
];

/** Files of the samples, each named by the number of its text. */
const FILES = [
  '000.docx',
  '000.pdf',
  '001_table.docx',
  '001_table_chromium.pdf',
  '001_table_libreoffice.pdf',
  '004.html',
  '004.pdf',
];

/** What a tool prints of a file; null where it is not installed or fails. */
function printed(tool: Tool, file: string, folder: string): Buffer | null {
  const out = join(folder, 'out.txt');
  rmSync(out, { force: true });
  const [command, ...args] = tool.command.map((word) =>
    word.replace('{in}', file).replace('{out}', out),
  );
  const { status, stdout } = spawnSync(command!, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) return null;
  return existsSync(out) ? readFileSync(out) : stdout;
}

/** A row of the table: F1 of each field in per cent, and the warnings that say why. */
async function row(file: string, tool: Tool, bytes: Buffer): Promise<string> {
  const prefix = file.slice(0, 3);
  const uri = `${prefix}.${tool.markdown ? 'md' : 'txt'}`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const options = { encoding: null, tokens: false, redactContacts: false };
  const { documents } = await convert({ uri, bytes, sha256 }, options);
  const total = noCounts();
  for (const { gold, counts } of evaluate(documents, join(SAMPLES, 'gold'), SAMPLES).documents) {
    if (gold.startsWith(prefix)) addCounts(total, counts);
  }
  const figures = FIELDS.map((field) => {
    const { found, extra, missed } = total[field];
    return found + extra + missed > 0
      ? String(Math.round(rates(total[field]).f1! * 1000) / 10)
      : '';
  });
  const lost = documents.some(({ document }) =>
    document.warnings.some(({ code }) => code === 'table_order_lost'),
  );
  return `| ${file} | ${tool.name} | ${figures.join(' | ')} | ${lost ? '`table_order_lost`' : ''} |`;
}

const given = process.argv[2] ?? join(ROOT, 'test/fixtures/rendered');
const folder = mkdtempSync(join(tmpdir(), 'gongwen-converters-'));
const rows: string[] = [];
for (const file of FILES.filter((name) => existsSync(join(given, name)))) {
  for (const tool of TOOLS.filter(({ reads }) => reads.test(file))) {
    const bytes = printed(tool, join(given, file), folder);
    if (bytes !== null) rows.push(await row(file, tool, bytes));
  }
}
rmSync(folder, { recursive: true, force: true });
const head =
  '| file | tool | tasks | units | deadlines | targets | warning |\n|---|---|---|---|---|---|---|';
const page = readFileSync(PAGE, 'utf8');
const [before, after] = ['<!-- figures -->', '<!-- end of figures -->'];
const from = page.indexOf(before) + before.length;
writeFileSync(
  PAGE,
  `${page.slice(0, from)}\n\n${head}\n${rows.join('\n')}\n\n${page.slice(page.indexOf(after))}`,
);
console.log(rows.join('\n'));
