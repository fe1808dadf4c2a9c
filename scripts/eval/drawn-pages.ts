import { spawnSync } from 'node:child_process';
import { glyphText } from '../../pipeline/read/pdf/glyph-text.js';
import { comparable } from './characters.js';

const MOST_BYTES = 2 ** 28;

/**
 * The characters of each page of a PDF as Poppler's `pdftotext` gives them, to be compared; null where
 * that program is not installed or refuses the file.
 */
export function drawnPages(path: string, password: string | null): readonly string[] | null {
  const keys = password === null ? [[]] : [['-upw', password], []];
  for (const key of keys) {
    const run = spawnSync('pdftotext', [...key, '-enc', 'UTF-8', path, '-'], {
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
    });
    if (run.status !== 0) continue;
    const pages = run.stdout.split('\f').slice(0, -1);
    return pages.map((page) => comparable([...page].map(glyphText).join('')));
  }
  return null;
}
