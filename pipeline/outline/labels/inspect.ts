import { widthNormalized } from '../../model/width.js';
import { type Label, readLabel } from './index.js';

/** The labels that a text's lines begin with, for people and tests; offsets count in the text. */
export function inspectLabels(
  text: string,
): { raw: string; kind: Label['kind']; value: number; number: string; start: number }[] {
  const reading = widthNormalized(text);
  const found = [];
  for (const line of reading.matchAll(/[^\n]+/g)) {
    const start = line.index + line[0].length - line[0].trimStart().length;
    const label = readLabel(reading, start);
    if (!label) continue;
    const raw = text.slice(label.start, label.end).trimEnd();
    found.push({ raw, kind: label.kind, value: label.value, number: label.printed, start });
  }
  return found;
}
