import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Letters of a document: so long are the shorter of real notices, and so long they are on average. */
export const LETTERS = { small: 1150, average: 5700 };

/**
 * Writes that many texts, cut from the texts in `samples` at line ends, over and over where they do
 * not suffice; no two are equal.
 */
export function writeDocuments(
  samples: string,
  folder: string,
  count: number,
  letters: number,
): void {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(samples).filter((name) => name.endsWith('.txt'));
  const text = names
    .sort()
    .map((name) => readFileSync(join(samples, name), 'utf8'))
    .join('\n');
  for (let index = 0, start = 0; index < count; index++) {
    if (start >= text.length) start = 0;
    const end = text.indexOf('\n', start + letters);
    const piece = text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
    const name = `${String(index).padStart(6, '0')}.txt`;
    writeFileSync(join(folder, name), `${piece}\n第${index + 1}份\n`);
  }
}
