import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackedPage } from '../../../report/payload.js';
import { REPORT_FOLDER } from '../remove.js';

/** Folder of the pictures, beside the page; each document's pages stand there too, for a service. */
export const PICTURES = 'pages';

/** The pages of one document, and the text that their places count in. */
interface KeptPages {
  readonly text: string;
  readonly pages: readonly PackedPage[];
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Name of the file that keeps a document's pages. */
export const keptName = (documentId: string): string => `${documentId}.json`;

export const keptPages = (text: string, pages: readonly PackedPage[]): string =>
  `${JSON.stringify({ text: digestOf(text), pages } satisfies KeptPages)}\n`;

/** The pages of a document, where pictures were made with this text of it; else none. */
export async function pagesOf(
  folder: string,
  documentId: string,
  text: string,
): Promise<readonly PackedPage[]> {
  if (/[/\\\0]/.test(documentId)) return [];
  try {
    const path = join(folder, REPORT_FOLDER, PICTURES, keptName(documentId));
    const kept = JSON.parse(await readFile(path, 'utf8')) as KeptPages;
    return kept.text === digestOf(text) ? kept.pages : [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError)
      return [];
    throw error;
  }
}

/** A picture by its name; null where there is none. */
export async function pictureOf(folder: string, name: string): Promise<Buffer | null> {
  if (!/^[0-9a-f]+-\d+\.webp$/.test(name)) return null;
  try {
    return await readFile(join(folder, REPORT_FOLDER, PICTURES, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
