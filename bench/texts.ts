import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** `work`: once more. `rooms`: once more, by rooms of the pipeline. */
export type Asked = 'work' | 'rooms';

export interface Answer {
  /** Milliseconds that the work took. */
  readonly time: number;
  /** Characters that were worked on. */
  readonly characters: number;
  /** Milliseconds a room of the pipeline, where asked for; sampled. */
  readonly rooms: Readonly<Record<string, number>>;
  /** Highest memory of the process until now, MiB. */
  readonly memory: number;
}

export const KINDS = ['tag', 'texts', 'eightfold'] as const;
export type Kind = (typeof KINDS)[number];

/** The bars that a release must keep: times, and MiB. */
const BARS = { ratio: 3, growth: 8.8, memory: 450 };

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
  /** Highest memory, MiB, of the process that has converted the texts once. */
  readonly textsMemory: number;
  /** The same at the end, when it has converted them in each round. */
  readonly peakMemory: number;
  /** Highest memory of the process that converts eight times the text in each round. */
  readonly eightfoldMemory: number;
  /** The same of the process that holds nodejieba's whole dictionary. */
  readonly tagMemory: number;
}

/** Measures the pipeline against nodejieba.tag on the five samples, each kind of work in a process of its own. */
export async function benchTexts(args: readonly string[]): Promise<void> {
  const rounds = Number(args[args.indexOf('--rounds') + 1]) || 5;
  const processes = new Map(KINDS.map((kind) => [kind, measured(kind)]));
  const answerOf = (kind: Kind, asked: Asked = 'work'): Promise<Answer> =>
    asking(processes.get(kind)!, asked);
  const first = await answerOf('texts');
  // Loads the dictionary and lets the code get warm.
  for (const kind of KINDS) await answerOf(kind);
  await answerOf('texts');
  const answers: Record<Kind, Answer[]> = { tag: [], texts: [], eightfold: [] };
  // One after another in each round, so that what else the machine does meets all alike.
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) answers[kind].push(await answerOf(kind));
  }
  const last = (kind: Kind): Answer => answers[kind].at(-1)!;
  const [tag, convert, convert8] = KINDS.map((kind) => medianTime(answers[kind])) as Times;
  const figures: Figures = {
    characters: first.characters,
    rounds,
    tag,
    convert,
    ratio: convert / tag,
    convert8,
    growth: convert8 / convert,
    textsMemory: first.memory,
    peakMemory: last('texts').memory,
    eightfoldMemory: last('eightfold').memory,
    tagMemory: last('tag').memory,
    // Sampling takes memory of its own.
    rooms: (await answerOf('texts', 'rooms')).rooms,
  };
  for (const each of processes.values()) each.disconnect();
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(figures)}\n` : report(figures));
}

type Times = [tag: number, texts: number, eightfold: number];

const measured = (kind: Kind): ChildProcess =>
  fork(fileURLToPath(new URL('./measured-process.js', import.meta.url)), [kind]);

/** @throws Error where the process ends instead of answering */
async function asking(child: ChildProcess, asked: Asked): Promise<Answer> {
  const answered = new AbortController();
  const ended = once(child, 'exit', { signal: answered.signal }).then(([code]) => {
    throw new Error(`A measured process ended with status ${code}.`);
  });
  child.send(asked);
  try {
    const [answer] = await Promise.race([once(child, 'message'), ended]);
    return answer as Answer;
  } finally {
    answered.abort();
  }
}

function medianTime(answers: readonly Answer[]): number {
  const times = answers.map(({ time }) => time).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)]!;
}

function report(figures: Figures): string {
  const { characters, rounds, tag, convert, ratio, convert8, growth } = figures;
  const bar = (value: number, most: number, unit: string, digits = 2): string =>
    `${value.toFixed(digits)} ${unit} (at most ${most}: ${value <= most ? 'kept' : 'MISSED'})`;
  const milliseconds = (time: number): string => `${time.toFixed(0).padStart(6)} ms`;
  const rooms = Object.entries(figures.rooms).sort((a, b) => b[1] - a[1]);
  const mebibytes = (memory: number): string => `${memory.toFixed(0).padStart(6)} MiB`;
  return `${[
    `${characters} characters, medians of ${rounds} rounds`,
    `nodejieba.tag           ${milliseconds(tag)}   ${mebibytes(figures.tagMemory)}`,
    `bytes to records        ${milliseconds(convert)}   ${bar(ratio, BARS.ratio, 'times')}`,
    `8 times the text        ${milliseconds(convert8)}   ${bar(growth, BARS.growth, 'times')}`,
    ...rooms.map(([room, time]) => `  ${room.padEnd(22)}${milliseconds(time)}`),
    `memory, texts once      ${mebibytes(figures.textsMemory)}`,
    `memory, every round     ${bar(figures.peakMemory, BARS.memory, 'MiB', 0).padStart(10)}`,
    `memory, 8 times         ${mebibytes(figures.eightfoldMemory)}`,
  ].join('\n')}\n`;
}
