import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ConvertOptions } from '../../../pipeline/converted.js';
import type { ReadOptions } from '../../../pipeline/read/index.js';
import { NoCanvasError } from '../../../pipeline/read/pages/page-drawing.js';
import type { PackedPage } from '../../../report/payload.js';
import { DEFAULT_LIMITS } from '../../limits.js';
import type { DatasetDocument } from '../pack.js';
import { REPORT_FOLDER } from '../remove.js';
import { askToDraw } from './ask-process.js';
import { keptName, keptPages, PICTURES } from './kept-pages.js';
import type { DrawMessage } from './messages.js';
import { packPage } from './pack-page.js';
import { sourceBytes } from './source-bytes.js';

/** Seconds that a source may take where none of it is recognised. */
const TIMEOUT = 300;
/** Characters of a file's digest that its pictures are named by. */
const DIGEST = 16;

/** Bytes of all pictures together where nobody says how many. */
export const MOST_PICTURES = 200 * 2 ** 20;

export interface PageImageOptions {
  /** Bytes that the pictures may have in all; pages beyond show their words as they were read. */
  readonly most: number;
  /** Opens encrypted PDF files. */
  readonly password: string | null;
}

/** What was drawn. */
export interface DrawnPages {
  readonly pictures: number;
  readonly bytes: number;
  /** Pages without a picture, by the reason. */
  readonly without: Readonly<Record<string, number>>;
  /** Sources of whose pages nothing is shown, each with the reason. */
  readonly failed: readonly { readonly uri: string; readonly says: string }[];
}

export interface PageImages extends DrawnPages {
  /** Of each document, by its id, the pages on which it stands. */
  readonly pages: ReadonlyMap<string, readonly PackedPage[]>;
}

/** Pictures of pages cannot or must not be made. */
export class PageImagesError extends Error {}

/** @throws PageImagesError where this machine cannot draw, or masked contacts would be shown */
export async function requireDrawing({ redactContacts = false } = {}): Promise<void> {
  if (redactContacts) throw new PageImagesError(MASKED);
  try {
    await import('@napi-rs/canvas');
  } catch (error) {
    const says = (error as Error).message.split('\n')[0]!;
    throw new PageImagesError(new NoCanvasError(says).message);
  }
}

const MASKED =
  'Names and telephone numbers are masked in this dataset; pictures of its pages would show them. Leave --page-images out.';

/** A file with the documents that were read from it. */
interface Source {
  readonly uri: string;
  readonly sha256: string;
  readonly format: 'pdf' | 'ofd' | 'image';
  readonly texts: { readonly id: string; readonly text: string }[];
}

/**
 * Draws the pages of a dataset's PDF and OFD files into `report/pages/`; the files must still be where they
 * were read from. Each is read and drawn in a process of its own.
 *
 * @throws PageImagesError where contacts were redacted, which pictures would show, or nothing can draw
 */
export async function drawPageImages(
  folder: string,
  documents: AsyncIterable<DatasetDocument>,
  { most, password }: PageImageOptions,
): Promise<PageImages> {
  const options = readingOptions(folder, password);
  await requireDrawing();
  const sources = await sourcesOf(documents);
  const out = join(folder, REPORT_FOLDER, PICTURES);
  const pages = new Map<string, PackedPage[]>();
  const without: Record<string, number> = {};
  const failed: { uri: string; says: string }[] = [];
  const kept = new Set<string>();
  let bytes = 0;
  let pictures = 0;
  for await (const found of sourceBytes([...sources.values()])) {
    const source = sources.get(found.uri)!;
    if (!('bytes' in found)) {
      failed.push({ uri: found.uri, says: WHY[found.why] });
      continue;
    }
    const stretches = new Map<string, { start: number; end: number }>();
    const take = (message: DrawMessage): void => {
      if (message.type === 'documents') {
        for (const { id, text } of source.texts) {
          const start = message.starts[id] ?? null;
          if (start !== null) stretches.set(id, { start, end: start + text.length });
        }
      }
      if (message.type !== 'page') return;
      const { geometry, picture, none } = message;
      const name = `${source.sha256.slice(0, DIGEST)}-${geometry.number}.webp`;
      if (picture !== null) {
        writeWhole(out, name, picture);
        if (!kept.has(name)) pictures++;
        kept.add(name);
        bytes += picture.length;
      }
      if (none !== null) without[none] = (without[none] ?? 0) + 1;
      const withWords = picture === null || (source.format === 'ofd' && !geometry.recognised);
      const drawn = { file: picture === null ? null : `${PICTURES}/${name}`, none };
      for (const [id, stretch] of stretches) {
        const packed = packPage(geometry, stretch, drawn, withWords);
        if (packed.runs.length > 0) pages.set(id, [...(pages.get(id) ?? []), packed]);
      }
    };
    const { uri, format, texts } = source;
    const request = { bytes: found.bytes, name: uri, format, options, texts, room: most - bytes };
    const seconds = options.ocr ? DEFAULT_LIMITS.ocrTimeout : TIMEOUT;
    const failure = await askToDraw(request, seconds, take);
    if (failure?.noCanvas) throw new PageImagesError(failure.says);
    if (failure) failed.push({ uri, says: failure.says });
    else if (stretches.size < texts.length) failed.push({ uri, says: WHY.text });
  }
  for (const { id, text } of [...sources.values()].flatMap(({ texts }) => texts)) {
    const own = pages.get(id);
    if (own === undefined) continue;
    writeWhole(out, keptName(id), keptPages(text, own));
    kept.add(keptName(id));
  }
  removePictures(folder, kept);
  return { pages, pictures, bytes, without, failed };
}

const WHY = {
  missing:
    'not there any more, or unreadable; run where the dataset was made, or bring the file back',
  changed: 'not the file any more that was read; extract anew',
  text: 'gives another text than the dataset has; extract anew with this version',
} as const;

/** How the dataset was read, as far as its texts depend on it. */
function readingOptions(folder: string, password: string | null): ReadOptions {
  const path = join(folder, 'run.json');
  const run = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as {
        options?: { convert?: Partial<ConvertOptions> };
      })
    : {};
  const {
    encoding = null,
    ocr = false,
    ocrEngine = null,
    maxPages,
    redactContacts,
  } = run.options?.convert ?? {};
  if (redactContacts) throw new PageImagesError(MASKED);
  return { encoding, ocr, ocrEngine, password, ...(maxPages !== undefined && { maxPages }) };
}

/** The PDF and OFD files and pictures of a dataset, by address, the same bytes once. */
async function sourcesOf(documents: AsyncIterable<DatasetDocument>): Promise<Map<string, Source>> {
  const byDigest = new Map<string, Source>();
  for await (const { document, text } of documents) {
    const { uri, sha256, format } = document.source;
    if (format !== 'pdf' && format !== 'ofd' && format !== 'image') continue;
    const known = byDigest.get(sha256) ?? { uri, sha256, format, texts: [] };
    known.texts.push({ id: document.id, text });
    byDigest.set(sha256, known);
  }
  return new Map([...byDigest.values()].map((source) => [source.uri, source]));
}

function writeWhole(folder: string, name: string, bytes: Uint8Array | string): void {
  mkdirSync(folder, { recursive: true });
  const beside = join(folder, `${name}.${process.pid}`);
  writeFileSync(beside, bytes);
  renameSync(beside, join(folder, name));
}

/** Takes away the pictures of a former page, but those that are kept. */
export function removePictures(folder: string, kept: ReadonlySet<string> = new Set()): void {
  const out = join(folder, REPORT_FOLDER, PICTURES);
  if (!existsSync(out)) return;
  for (const name of readdirSync(out)) if (!kept.has(name)) rmSync(join(out, name));
  if (kept.size === 0) rmSync(out, { recursive: true });
}
