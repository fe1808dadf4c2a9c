import type { PageGeometry } from '../../../pipeline/model/document.js';
import { readSource } from '../../../pipeline/read/index.js';
import { openDrawings, type PageDrawings } from '../../../pipeline/read/open-drawings.js';
import { NoCanvasError } from '../../../pipeline/read/pages/page-drawing.js';
import { findOutsideTools } from '../../outside-tools/index.js';
import type { DrawMessage, DrawRequest, NoPicture } from './messages.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a source once more, with the places of its words, and draws the pages on which documents of the
 * dataset stand.
 *
 * @throws ReadError, NoCanvasError
 */
export async function* drawSource(request: DrawRequest): AsyncGenerator<DrawMessage> {
  const { bytes, name, format, options, texts } = request;
  const asked = { ...options, geometry: true };
  const read = await readSource({ bytes, name }, asked, findOutsideTools(asked));
  const starts = startsOf(read.source.text, texts);
  yield { type: 'documents', starts };
  const stretches = texts.flatMap(({ id, text }): Stretch[] => {
    const start = starts[id] ?? null;
    return start === null ? [] : [{ start, end: start + text.length }];
  });
  const pages = (read.geometry ?? []).filter(({ runs }) =>
    stretches.some(({ start, end }) => runs.some((run) => run.start < end && run.end > start)),
  );
  let drawings: PageDrawings | null = null;
  let { room } = request;
  try {
    for (const geometry of pages) {
      drawings ??= await openDrawings(bytes, format, options.password ?? null);
      const drawn =
        room > 0 ? await drawnPage(drawings, geometry) : { picture: null, none: 'room' as const };
      const fits = drawn.picture === null || drawn.picture.length <= room;
      room -= drawn.picture?.length ?? 0;
      yield { type: 'page', geometry, ...(fits ? drawn : { picture: null, none: 'room' }) };
    }
  } finally {
    await drawings?.close();
  }
  yield { type: 'done' };
}

/** Where each text begins in the source's; documents follow each other. */
function startsOf(
  source: string,
  texts: DrawRequest['texts'],
): Readonly<Record<string, number | null>> {
  const starts: Record<string, number | null> = {};
  let from = 0;
  for (const { id, text } of texts) {
    const next = text === '' ? -1 : source.indexOf(text, from);
    const start = next < 0 && text !== '' ? source.indexOf(text) : next;
    starts[id] = start < 0 ? null : start;
    if (start >= 0) from = start + text.length;
  }
  return starts;
}

async function drawnPage(
  drawings: PageDrawings,
  { number, quarters }: PageGeometry,
): Promise<{ readonly picture: Uint8Array | null; readonly none: NoPicture | null }> {
  try {
    const drawn = await drawings.drawing(number, quarters);
    if (drawn?.lacksWords) return { picture: null, none: 'fonts' };
    return { picture: drawn?.bytes ?? null, none: null };
  } catch (error) {
    if (error instanceof NoCanvasError) throw error;
    return { picture: null, none: 'fault' };
  }
}
