/**
 * A process that does one kind of work as often as it is asked, so that its memory is that of this work alone:
 * `measured-process.js tag|texts|eightfold`. Its parent asks by messages (`Asked`) and gets an answer to each (`Answer`).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import nodejieba from 'nodejieba';
import { convert } from '../pipeline/convert.js';
import type { ConvertInput } from '../pipeline/converted.js';
import { roomTimes } from './room-times.js';
import type { Answer, Asked, Kind } from './texts.js';

const OPTIONS = { encoding: null, tokens: false, redactContacts: false };
const TIMES = 8;

function samples(): ConvertInput[] {
  const folder = resolve('samples');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => inputOf(name, readFileSync(join(folder, name))));
}

function inputOf(uri: string, bytes: Uint8Array): ConvertInput {
  return { uri, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const repeat = (bytes: Uint8Array, times: number): Uint8Array =>
  Buffer.concat(Array.from({ length: times }, () => bytes));

/** The work of a kind, and the characters that it is done on. */
function workOf(kind: Kind): { readonly characters: number; work(): Promise<void> } {
  const once = samples();
  const inputs =
    kind === 'eightfold' ? once.map(({ uri, bytes }) => inputOf(uri, repeat(bytes, TIMES))) : once;
  const texts = inputs.map(({ bytes }) => new TextDecoder().decode(bytes));
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  const work = async (): Promise<void> => {
    if (kind === 'tag') for (const text of texts) nodejieba.tag(text);
    else for (const input of inputs) await convert(input, OPTIONS);
  };
  return { characters, work };
}

const { characters, work } = workOf(process.argv[2] as Kind);

process.on('message', async (asked: Asked) => {
  const started = performance.now();
  let rooms: Answer['rooms'] = {};
  if (asked === 'rooms') rooms = await roomTimes(work);
  else await work();
  const time = performance.now() - started;
  const memory = process.resourceUsage().maxRSS / 1024;
  process.send!({ time, characters, rooms, memory } satisfies Answer);
});
