import { clean } from '../../pipeline/clean/index.js';
import type { TextTable } from '../../pipeline/model/outline.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';
import { readTextSource } from '../../pipeline/read/index.js';
import { findTextTables } from '../../pipeline/tables/typed/index.js';

/** The first table of a text whose cells are typed with `|` for tabs. */
export function tableOf(text: string): TextTable {
  const bytes = new TextEncoder().encode(text.replaceAll('|', '\t'));
  const document = readTextSource({ bytes, name: 'table.txt' }, { encoding: null });
  const { blocks } = findTextTables(document);
  return clean({ ...document, blocks }).find((block) => block.table !== null)!.table!;
}

/** A text as cleaning gives it: white space left out. */
export function passage(text: string): Passage {
  const source = new SourceText(text);
  const spans = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return Passage.of(source, spans);
}
