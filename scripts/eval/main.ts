import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { readCorrections } from '../../workers/corrections/read-corrections.js';
import { carrierCharacters, reportCarriers } from './carriers.js';
import { type CorrectionScore, reportCorrections, scoreCorrections } from './corrections.js';
import { evaluate } from './evaluation.js';
import { RESULT_FILE, readJson } from './gold.js';
import { predictionsOfDataset, predictionsOfSources } from './predictions.js';
import { report } from './report.js';
import { changes, type Summary, summarise } from './summary.js';

interface Options {
  readonly dataset?: string;
  readonly gold: string;
  readonly sources: string;
  readonly corrections?: string;
  readonly carriers: string;
  readonly password?: string;
  readonly misses: number | true;
  readonly json?: boolean;
  readonly save?: boolean;
  readonly compare?: readonly string[];
  readonly on?: string;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const SAMPLES = resolve(HERE, '../../samples');
const CARRIERS = resolve(HERE, '../../test/fixtures/rendered');
const MISSES_SHOWN = 20;

function count(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}

const program = new Command('eval')
  .description('Measures what is extracted from the samples against records read by hand.')
  .option('--dataset <dir>', 'a dataset to measure, instead of extracting the sources now')
  .option('--gold <dir>', 'folder of gold records', join(SAMPLES, 'gold'))
  .option('--sources <dir>', 'folder of the texts that the gold records quote', SAMPLES)
  .option('--corrections <file>', 'count decisions made in the review page as gold too')
  .option('--carriers <dir>', 'folder of PDFs made of the sources, to count characters', CARRIERS)
  .option('--password <password>', 'opens those of them that need one')
  .option('--misses [n]', 'list what was missed or extra, n a document', count, 0)
  .option(
    '--compare <former-and-latter...>',
    'two datasets, or builds of gongwen: print gains and losses, record by record',
  )
  .option('--on <dir>', 'folder of notices that both builds extract (default: the sources)')
  .option('--json', 'print all of it as JSON')
  .option('--save', `keep the figures as ${RESULT_FILE} to compare later runs with`);

const inJson = ({ fields, misses }: CorrectionScore): object => ({
  fields: Object.fromEntries(fields),
  misses,
});

program.parse();
const options = program.opts<Options>();
for (const folder of [options.gold, options.dataset ?? options.sources]) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    program.error(`eval: there is no folder ${JSON.stringify(folder)}`, { exitCode: 2 });
  }
}
if (options.compare) console.log(await comparison(options.compare));
else await measure();

async function comparison([former, latter]: readonly string[]): Promise<string> {
  const { compareBuilds } = await import('./compare.js');
  if (former === undefined || latter === undefined)
    program.error('--compare needs two folders', { exitCode: 2 });
  return compareBuilds(former!, latter!, options.on ?? options.sources);
}

async function measure(): Promise<void> {
  const predicted = options.dataset
    ? predictionsOfDataset(options.dataset)
    : await predictionsOfSources(options.sources);
  const evaluation = evaluate(predicted, options.gold, options.sources);
  const summary = summarise(evaluation);
  const kept = join(options.gold, RESULT_FILE);
  const changed = existsSync(kept) ? changes(readJson<Summary>(kept), summary) : null;
  const misses = options.misses === true ? MISSES_SHOWN : options.misses;
  const decided = options.corrections
    ? scoreCorrections(predicted, readCorrections(options.corrections).corrections)
    : null;
  // Characters are counted where PDFs were made of the sources.
  const characters =
    options.sources === SAMPLES || options.carriers !== CARRIERS
      ? await carrierCharacters(options.carriers, options.sources, options.password ?? null)
      : [];

  console.log(
    options.json
      ? JSON.stringify(
          {
            summary,
            changed,
            ...evaluation,
            characters,
            ...(decided && { decided: inJson(decided) }),
          },
          null,
          1,
        )
      : [
          report(evaluation, changed, misses),
          ...(characters.length > 0 ? [reportCarriers(characters)] : []),
          ...(decided ? [reportCorrections(decided, misses)] : []),
        ].join('\n\n'),
  );
  if (options.save) writeFileSync(kept, `${JSON.stringify(summary, null, 2)}\n`);
}
