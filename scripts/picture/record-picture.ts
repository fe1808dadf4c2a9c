import type { ShownRecord } from './shown-record.js';
import { caption, LINE_HEIGHT, lineOfPieces, type Piece, svgFile, widthOf } from './svg.js';

const COLOURS = { lead: '#ffe2b8', deadline: '#cfe8ff', target: '#d3f5d3' } as const;
const MARGIN = 24;
const GAP = 36;
const TOP = 62;
const LABEL_WIDTH = 66;
/** Characters shown of an indicator, its last. */
const LONGEST_INDICATOR = 13;
/** Characters of the source after the task that show its responsibility clause. */
const CLAUSE = /^[^（(]{0,4}[（(][^）)]{1,60}[）)]/;

interface Painted {
  readonly start: number;
  readonly end: number;
  readonly colour: string;
}

/** The record beside the lines of the source that it quotes, each value painted in both. */
export function recordPicture(record: ShownRecord): string {
  const source = sourceLines(record);
  const fields = fieldLines(record);
  const sourceWidth = Math.max(...source.map(widthOfPieces));
  const right = MARGIN + sourceWidth + GAP;
  const values = right + LABEL_WIDTH;
  const valueWidth = Math.max(...fields.map(({ pieces }) => widthOfPieces(pieces)));
  const width = Math.ceil(values + valueWidth + MARGIN);
  const rows = Math.max(source.length, fields.length);
  const { document, task } = record;
  const place = `${document.doc_number}, page ${task.at.page}, characters ${task.at.start}–${task.at.end}`;
  return svgFile(width, TOP + rows * LINE_HEIGHT + 6, `A task of ${document.title}`, [
    caption(MARGIN, 30, `source: ${place}`),
    caption(right, 30, 'record: a line of tasks.jsonl with its lines of targets.jsonl'),
    ...source.map((pieces, row) => lineOfPieces(MARGIN, TOP + row * LINE_HEIGHT, pieces)),
    ...fields.map(({ label }, row) => caption(right, TOP + row * LINE_HEIGHT, label)),
    ...fields.map(({ pieces }, row) => lineOfPieces(values, TOP + row * LINE_HEIGHT, pieces)),
  ]);
}

const widthOfPieces = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { text }) => sum + widthOf(text), 0);

/** The lines of the source from the task's first to its clause's last character. */
function sourceLines({ task, targets, text }: ShownRecord): Piece[][] {
  const start = text.lastIndexOf('\n', task.at.start) + 1;
  const clause = CLAUSE.exec(text.slice(task.at.end, task.at.end + 80))?.[0] ?? '';
  const end = task.at.end + clause.length;
  const painted: Painted[] = [
    ...task.units
      .filter((unit) => !unit.inherited)
      .map(({ at }) => ({ ...at, colour: COLOURS.lead })),
    ...task.deadlines.map(({ at }) => ({ ...at, colour: COLOURS.deadline })),
    ...targets.map(({ at }) => ({ ...at, colour: COLOURS.target })),
  ].sort((a, b) => a.start - b.start);
  const lines: Piece[][] = [];
  for (let at = start; at < end; ) {
    const feed = text.indexOf('\n', at);
    const lineEnd = feed < 0 || feed > end ? end : feed;
    lines.push(piecesOf(text, at, lineEnd, painted));
    at = lineEnd + 1;
  }
  return lines;
}

function piecesOf(text: string, start: number, end: number, painted: readonly Painted[]): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const { start: from, end: to, colour } of painted) {
    const left = Math.max(at, from);
    const right = Math.min(to, end);
    if (right <= left) continue;
    pieces.push({ text: text.slice(at, left) }, { text: text.slice(left, right), colour });
    at = right;
  }
  return [...pieces, { text: text.slice(at, end) }];
}

interface Field {
  readonly label: string;
  readonly pieces: Piece[];
}

function fieldLines({ task, targets }: ShownRecord): Field[] {
  const field = (label: string, ...pieces: Piece[]): Field => ({ label, pieces });
  return [
    field('number', { text: task.number ?? '' }),
    field('title', { text: task.title }),
    ...task.path.map((heading) => field('path', { text: heading })),
    ...task.units.map((unit) =>
      field(
        'unit',
        { text: unit.name, colour: unit.inherited ? undefined : COLOURS.lead },
        { text: `  ${unit.role}, ${unit.basis}${unit.inherited ? ', inherited' : ''}` },
        { text: unit.inherited ? ` from page ${unit.at.page}` : '' },
      ),
    ),
    ...task.deadlines.map(({ kind, end, every }) =>
      field(
        'deadline',
        { text: `${kind} ` },
        { text: end ?? every ?? '', colour: COLOURS.deadline },
      ),
    ),
    ...targets.map(({ indicator, op, value, unit, by }) =>
      field(
        'target',
        { text: `${ending(indicator)} ` },
        { text: `${op} ${value} ${unit ?? ''}`.trim(), colour: COLOURS.target },
        { text: by ? `  by ${by}` : '' },
      ),
    ),
  ];
}

const ending = (words: string): string =>
  words.length > LONGEST_INDICATOR ? `…${words.slice(1 - LONGEST_INDICATOR)}` : words;
