import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Letters of a piece; so long are the shorter of real notices. */
const LENGTH = 1150;

/**
 * Writes that many small texts, cut from the texts in `samples` at line ends, over and over where
 * they do not suffice; no two are equal.
 */
export function writeSmallDocuments(samples: string, folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(samples).filter((name) => name.endsWith('.txt'));
  const text = names
    .sort()
    .map((name) => readFileSync(join(samples, name), 'utf8'))
    .join('\n');
  for (let index = 0, start = 0; index < count; index++) {
    if (start >= text.length) start = 0;
    const end = text.indexOf('\n', start + LENGTH);
    const piece = text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
    const name = `${String(index).padStart(6, '0')}.txt`;
    writeFileSync(join(folder, name), `${piece}\n第${index + 1}份\n`);
  }
}
