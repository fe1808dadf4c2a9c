import {
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { PIPELINE_VERSION } from '../../pipeline/version.js';
import { PAYLOAD_VERSION, type PackedDocument, type ReportHead } from '../../report/payload.js';
import type { Correction } from '../../schemas/index.js';
import { untilExit } from '../leftovers.js';
import { requireTables } from '../whole-dataset.js';
import { pageAssets } from './assets.js';
import { Bodies } from './bodies.js';
import { changesSinceFormer } from './changes.js';
import { packDocument } from './pack.js';
import { dataElement, inertJson, pageAround, partName, partScript } from './page.js';
import {
  type DrawnPages,
  drawPageImages,
  type PageImageOptions,
  type PageImages,
  removePictures,
} from './page-images/index.js';
import { bodiesOf, copiesOf, documentsOf, rejectsOf } from './read-dataset.js';
import { REPORT_FOLDER, REPORT_PAGE, removeParts, removeUnfinished } from './remove.js';

export { NoAssetsError, pageAssets } from './assets.js';

/** Data beyond this many characters of JSON stands in scripts beside the page. */
const LARGEST_PAGE = 20_000_000;
const PART = 8_000_000;
/** Characters that a browser is given to open, of the newest documents, unless all are asked for: some 5,000 notices. */
const LARGEST_OPENED = 60_000_000;

export interface ReportOptions {
  /** Corrections that the dataset was made with; the page shows and keeps them. */
  readonly corrections?: readonly Correction[];
  /** Whether documents that are copies of others are shown and counted too; left out: no. */
  readonly keepCopies?: boolean;
  /** Characters of data that the page itself may hold. */
  readonly largestPage?: number;
  /** Every document, however many; left out: the newest that a browser opens in a few seconds. */
  readonly all?: boolean;
  /** Characters of data that a browser is given where not all are asked for. */
  readonly largestOpened?: number;
  /** Draw the pages of PDF and OFD files beside the page; left out: no. */
  readonly pageImages?: PageImageOptions;
}

/** What was written. */
export interface WrittenReport {
  /** Path of the page. */
  readonly page: string;
  readonly documents: number;
  /** Documents that are too many to be opened at once, and older than those of the page. */
  readonly older: number;
  /** Documents left out, since they are copies of others. */
  readonly copies: number;
  /** Scripts with data beside it. */
  readonly parts: number;
  /** Pictures of pages, where they were asked for. */
  readonly pageImages?: DrawnPages;
}

/**
 * Writes `report/index.html` into a dataset's folder: one page that needs neither network nor
 * server. A large dataset's documents stand in scripts beside it; of a very large one the page has the newest, and says
 * that `gongwen serve` shows all.
 *
 * @throws NoDatasetError, NoAssetsError, or the system's error.
 */
export async function writeReport(
  folder: string,
  options: ReportOptions = {},
): Promise<WrittenReport> {
  requireTables(folder);
  const assets = pageAssets();
  const bodies = new Bodies(await bodiesOf(folder));
  const copies = options.keepCopies ? null : await copiesOf(folder);
  const drawn = await pageImagesOf(folder, copies, options.pageImages);
  const all = (): AsyncGenerator<PackedDocument> =>
    packedDocuments(folder, copies, bodies, drawn?.pages);
  const sizes = await sizesOf(all());
  const most = options.all ? Number.POSITIVE_INFINITY : (options.largestOpened ?? LARGEST_OPENED);
  const shown = newestOf(sizes, most);
  const documents = (): AsyncGenerator<PackedDocument> => those(all(), shown.ids);
  const split = shown.characters > (options.largestPage ?? LARGEST_PAGE);
  const out = join(folder, REPORT_FOLDER);
  mkdirSync(out, { recursive: true });
  removeUnfinished(out);
  const parts = split ? await writeParts(documents(), out) : 0;
  const leftOut = [...(copies?.values() ?? [])].reduce((sum, uris) => sum + uris.length, 0);
  const older = sizes.length - shown.ids.size;
  const head: ReportHead = {
    version: PAYLOAD_VERSION,
    made_by: `gongwen ${PIPELINE_VERSION}`,
    documents: shown.ids.size,
    ...(older > 0 && { older }),
    copies: leftOut,
    parts,
    pictures: drawn !== null && drawn.pictures > 0,
    bodies: bodies.packed,
    changes: changesSinceFormer(folder, bodies),
    rejects: await rejectsOf(folder),
    corrections: options.corrections ?? [],
  };
  const [before, after] = pageAround(assets, head);
  const page = join(out, REPORT_PAGE);
  await writeBeside(page, async (write) => {
    write(before);
    if (!split) {
      for await (const document of documents()) write(dataElement('document', document));
    }
    write(after);
  });
  removeParts(out, parts);
  const written = { page, documents: shown.ids.size, older, copies: leftOut, parts };
  if (drawn === null) return written;
  const { pages: _, ...pageImages } = drawn;
  return { ...written, pageImages };
}

/** Pictures of pages, where they are asked for; else those of a former page are taken away. */
async function pageImagesOf(
  folder: string,
  copies: ReadonlyMap<string, readonly string[]> | null,
  asked: PageImageOptions | undefined,
): Promise<PageImages | null> {
  if (asked === undefined) {
    removePictures(folder);
    return null;
  }
  return drawPageImages(folder, documentsOf(folder, copies), asked);
}

async function* packedDocuments(
  folder: string,
  copies: ReadonlyMap<string, readonly string[]> | null,
  bodies: Bodies,
  pages: PageImages['pages'] = new Map(),
): AsyncGenerator<PackedDocument> {
  for await (const document of documentsOf(folder, copies)) {
    const own = pages.get(document.document.id);
    yield { ...packDocument(document, bodies), ...(own && { pages: own }) };
  }
}

/** How much a document takes in the page, and since when it is. */
interface DocumentSize {
  readonly id: string;
  readonly issued: string;
  readonly characters: number;
}

async function sizesOf(packed: AsyncIterable<PackedDocument>): Promise<DocumentSize[]> {
  const sizes: DocumentSize[] = [];
  for await (const document of packed) {
    const { issued_on: issued } = document.record as { readonly issued_on?: string };
    sizes.push({
      id: document.id,
      issued: issued ?? '',
      characters: inertJson(document).length,
    });
  }
  return sizes;
}

/** All documents, or the newest that come to so many characters; one at least. */
function newestOf(
  sizes: readonly DocumentSize[],
  most: number,
): { readonly ids: ReadonlySet<string>; readonly characters: number } {
  const whole = sizes.reduce((sum, { characters }) => sum + characters, 0);
  if (whole <= most) return { ids: new Set(sizes.map(({ id }) => id)), characters: whole };
  const ids = new Set<string>();
  let sum = 0;
  // Sorting is stable: those of one day stay in the order of the dataset.
  const newest = [...sizes].sort((a, b) =>
    a.issued < b.issued ? 1 : a.issued > b.issued ? -1 : 0,
  );
  for (const { id, characters } of newest) {
    if (ids.size > 0 && sum + characters > most) break;
    ids.add(id);
    sum += characters;
  }
  return { ids, characters: sum };
}

async function* those(
  packed: AsyncIterable<PackedDocument>,
  ids: ReadonlySet<string>,
): AsyncGenerator<PackedDocument> {
  for await (const document of packed) if (ids.has(document.id)) yield document;
}

async function writeParts(packed: AsyncIterable<PackedDocument>, out: string): Promise<number> {
  let parts = 0;
  let pending: PackedDocument[] = [];
  let characters = 0;
  const flush = (): void => {
    if (pending.length === 0) return;
    writeFileSync(join(out, partName(++parts)), partScript(pending));
    pending = [];
    characters = 0;
  };
  for await (const document of packed) {
    pending.push(document);
    characters += inertJson(document).length;
    if (characters > PART) flush();
  }
  flush();
  return parts;
}

/** Writes a file beside its place and renames it, so that nobody reads half of it. */
async function writeBeside(
  path: string,
  fill: (write: (text: string) => void) => Promise<void>,
): Promise<void> {
  const beside = `${path}.${process.pid}`;
  const file = openSync(beside, 'w');
  const clear = untilExit(() => rmSync(beside, { force: true }));
  try {
    await fill((text) => {
      const chunk = Buffer.from(text);
      for (let written = 0; written < chunk.length; ) written += writeSync(file, chunk, written);
    });
    closeSync(file);
    renameSync(beside, path);
  } finally {
    clear();
  }
}
