/**
 * Draws unit mentions of the samples at random, with a fixed seed, and writes them to
 * docs/canonical-sample.md for reading: `npx tsx scripts/draw-canonical-sample.ts`. A judgement that
 * the page already holds for the same name, region and canonical is kept; new rows get `?`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../pipeline/convert.js';
import { isUnitGroup } from '../pipeline/lexicon/units.js';

const SAMPLES = 'samples';
const PAGE = 'docs/canonical-sample.md';
const DRAWN = 100;
const SEED = 20_251_121;

interface Mention {
  readonly name: string;
  readonly region: string | null;
  readonly canonical: string | null;
  readonly notice: string;
  /** Task and position in its list of units. */
  readonly place: string;
}

async function mentionsOf(file: string): Promise<Mention[]> {
  const bytes = readFileSync(join(SAMPLES, file));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const options = { encoding: null, tokens: false, redactContacts: false };
  const { documents } = await convert({ uri: file, bytes, sha256 }, options);
  return documents.flatMap(({ document, tasks }) =>
    tasks.flatMap((task) =>
      task.units.map(({ name, canonical }, index) => {
        const place = `${task.id} ${index} ${name}`;
        return { name, region: document.region, canonical, notice: document.id, place };
      }),
    ),
  );
}

/** In the order of a hash, which is as good as chance and moves little when a mention comes or goes. */
function shuffled(mentions: readonly Mention[]): Mention[] {
  const hashed = mentions.map((mention) => ({ mention, hash: hashOf(`${SEED} ${mention.place}`) }));
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return hashed.map(({ mention }) => mention);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const keyOf = (mention: Mention): string =>
  `${mention.name} | ${mention.region ?? '–'} | ${mention.canonical ?? '–'}`;

function judgementsOn(page: string): Map<string, string> {
  const judgements = new Map<string, string>();
  if (!existsSync(page)) return judgements;
  for (const line of readFileSync(page, 'utf8').split('\n')) {
    const row = /^\| \d+ \| (.+ \| .+ \| .+) \| (right|wrong|unsure|null|\?)(?: \|)$/.exec(line);
    if (row !== null) judgements.set(row[1]!, row[2]!);
  }
  return judgements;
}

function table(mentions: readonly Mention[], judgements: ReadonlyMap<string, string>): string {
  const rows = mentions.map((mention, index) => {
    const unread = mention.canonical === null ? 'null' : '?';
    const judgement = judgements.get(keyOf(mention)) ?? unread;
    return `| ${index + 1} | ${keyOf(mention)} | ${judgement} |`;
  });
  return [
    '| | as written | region | canonical | judgement |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

function pageOf(all: readonly Mention[]): string {
  const order = shuffled(all);
  const named = order.filter((mention) => mention.canonical !== null).slice(0, DRAWN);
  const lastNamed = order.indexOf(named.at(-1)!);
  const passed = order.slice(0, lastNamed).filter((mention) => mention.canonical === null);
  const judgements = judgementsOn(PAGE);
  const right = named.filter((mention) => judgements.get(keyOf(mention)) === 'right').length;
  const given = all.filter((mention) => mention.canonical !== null).length;
  const groups = all.filter(({ name, canonical }) => canonical === null && isUnitGroup(name));
  const notices = new Set(named.map((mention) => mention.notice)).size;
  return `# Canonical names, read one by one

All unit mentions of the five texts in \`samples/\` are put in the order of the SHA-256 of seed ${SEED},
the task's id and the mention's place in its list; the first ${DRAWN} that have a canonical name are read,
from ${notices} notices. Drawn by \`npx tsx scripts/draw-canonical-sample.ts\`, which keeps the judgements below.

A judgement is \`right\` where the canonical is the full name of the body that the notice means, under
the name that it bore when the notice was issued; \`wrong\` where it is another body or not its name;
\`unsure\` where the name could not be confirmed, which counts as not right. Judgements rest on
signatures in the notices and on what the bodies are commonly called; no register was looked up. A
group that one government fixes (各区政府, 市政府有关部门) is right where place and words are spelled out
and the place has such bodies.

- right: ${right} of ${named.length}
- canonical given: ${given} of ${all.length} mentions (${share(given, all.length)}); ${groups.length} of them name
  a general group that no one government fixes (各部门, 商务部门), which has no official name; of the
  others ${share(given, all.length - groups.length)} have one

${table(named, judgements)}

## Passed over on the way

These were drawn between them and have no canonical.

${table(passed, judgements)}
`;
}

const files = readdirSync(SAMPLES)
  .filter((file) => file.endsWith('.txt'))
  .sort();
writeFileSync(PAGE, pageOf((await Promise.all(files.map(mentionsOf))).flat()));
