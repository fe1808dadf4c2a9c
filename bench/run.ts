/**
 * Measures the pipeline against nodejieba.tag on the same texts in the same process, with the
 * dictionary loaded: `npm run bench [-- --json] [-- --rounds N]`. `npm run bench -- exports`
 * measures exports instead.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import nodejieba from 'nodejieba';
import { convert } from '../pipeline/convert.js';
import type { ConvertInput } from '../pipeline/converted.js';
import { roomTimes } from './room-times.js';

/** The bars that a release must keep. */
const BARS = { ratio: 3, growth: 8.8 };
const OPTIONS = { encoding: null, tokens: false, redactContacts: false };
const TIMES = 8;

interface Figures {
  readonly characters: number;
  readonly rounds: number;
  /** Medians, milliseconds. */
  readonly tag: number;
  readonly convert: number;
  readonly ratio: number;
  readonly convert8: number;
  readonly growth: number;
  /** Milliseconds a room of the pipeline, of one conversion of all texts; sampled. */
  readonly rooms: Readonly<Record<string, number>>;
  /** Highest memory, MiB, of a process that has converted the texts once and nothing else. */
  readonly textsMemory: number;
  /** The same at the end, with the whole dictionary, the eightfold texts and the sampled rounds. */
  readonly peakMemory: number;
}

async function main(args: readonly string[]): Promise<void> {
  const rounds = Number(args[args.indexOf('--rounds') + 1]) || 5;
  const inputs = samples(resolve('samples'));
  const texts = inputs.map(({ bytes }) => new TextDecoder().decode(bytes));
  const repeated = inputs.map(({ uri, bytes }) => inputOf(uri, repeat(bytes, TIMES)));
  const convertAll = (all: readonly ConvertInput[]) => async () => {
    for (const input of all) await convert(input, OPTIONS);
  };
  const tagAll = (): void => {
    for (const text of texts) nodejieba.tag(text);
  };
  await convertAll(inputs)();
  const textsMemory = highestMemory();
  // Loads the dictionary and lets the code get warm.
  for (let round = 0; round < 2; round++) {
    await convertAll(inputs)();
    tagAll();
  }
  // One after another in each round, so that what else the machine does meets all alike.
  const [tag, once, eightfold] = (await medians(rounds, [
    tagAll,
    convertAll(inputs),
    convertAll(repeated),
  ])) as [number, number, number];
  const figures: Figures = {
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    rounds,
    tag,
    convert: once,
    ratio: once / tag,
    convert8: eightfold,
    growth: eightfold / once,
    rooms: await roomTimes(convertAll(inputs)),
    textsMemory,
    peakMemory: highestMemory(),
  };
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(figures)}\n` : report(figures));
}

const highestMemory = (): number => process.resourceUsage().maxRSS / 1024;

function samples(folder: string): ConvertInput[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => inputOf(name, readFileSync(join(folder, name))));
}

function inputOf(uri: string, bytes: Uint8Array): ConvertInput {
  return { uri, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const repeat = (bytes: Uint8Array, times: number): Uint8Array =>
  Buffer.concat(Array.from({ length: times }, () => bytes));

/** Median time of each piece of work over the rounds, milliseconds. */
async function medians(
  rounds: number,
  works: readonly (() => void | Promise<void>)[],
): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      await work();
      times[index]!.push(performance.now() - started);
    }
  }
  return times.map((of) => of.sort((a, b) => a - b)[Math.floor(rounds / 2)]!);
}

function report(figures: Figures): string {
  const { characters, rounds, tag, convert: once, ratio, convert8, growth } = figures;
  const bar = (value: number, most: number): string =>
    `${value.toFixed(2)} times (at most ${most}: ${value <= most ? 'kept' : 'MISSED'})`;
  const rooms = Object.entries(figures.rooms).sort((a, b) => b[1] - a[1]);
  return `${[
    `${characters} characters, medians of ${rounds} rounds`,
    `nodejieba.tag           ${tag.toFixed(0).padStart(6)} ms`,
    `bytes to records        ${once.toFixed(0).padStart(6)} ms   ${bar(ratio, BARS.ratio)}`,
    `8 times the text        ${convert8.toFixed(0).padStart(6)} ms   ${bar(growth, BARS.growth)}`,
    ...rooms.map(([room, time]) => `  ${room.padEnd(22)}${time.toFixed(0).padStart(6)} ms`),
    `memory, texts once      ${figures.textsMemory.toFixed(0).padStart(6)} MiB`,
    `memory, at the end      ${figures.peakMemory.toFixed(0).padStart(6)} MiB`,
  ].join('\n')}\n`;
}

const [subject, ...rest] = process.argv.slice(2);
if (subject === 'containers') await (await import('./containers.js')).benchContainers(rest);
else if (subject === 'exports') await (await import('./exports.js')).benchExports(rest);
else if (subject === 'pdf') await (await import('./pdf.js')).benchPdf(rest);
else if (subject === 'load') await (await import('./load.js')).benchLoad(rest);
else if (subject === 'postgresql') await (await import('./postgresql.js')).benchPostgresql(rest);
else if (subject === 'queue') await (await import('./queue.js')).benchQueue(rest);
else if (subject === 'service') await (await import('./service.js')).benchService(rest);
else await main(process.argv.slice(2));
