import type { Warning } from '../../../schemas/document.js';
import { append } from '../../model/append.js';
import type { Block, SourceDocument } from '../../model/document.js';
import { assembleTable } from './assemble.js';
import { findDrafts, type TableDraft } from './drafts.js';

/**
 * Finds the tables that a text holds: rows typed with tabs, one cell a line, with the pipes of
 * Markdown, bars or commas. A table that goes on over pages is one; its header, where it is repeated, is furniture.
 *
 * @returns the document's blocks with `table` blocks in place of their lines, and a
 *   `table_row_unclear` for each row whose cells may stand under wrong heads.
 */
export function findTextTables(document: SourceDocument): {
  blocks: Block[];
  warnings: Warning[];
} {
  const { text } = document.source;
  if (
    !/[\t|│┃｜]|^[^,，。\n]{1,16}(?:,[^,，。\n]{1,16}){2,}$|-{2}|={2}|^[^\S\n]*序号?[^\S\n]*$|\S {2,}\S+ {2,}\S/m.test(
      text,
    )
  ) {
    return { blocks: [...document.blocks], warnings: [] };
  }
  const drafts = findDrafts(document);
  const warnings: Warning[] = [];
  const tableAt = new Map<number, Block>();
  const taken = new Set<number>();
  const repeated = new Set<number>();
  for (const draft of drafts) {
    const assembled = assembleTable(document, draft);
    append(warnings, assembled.warnings);
    const blocks = blocksOf(draft);
    for (const block of blocks) taken.add(block);
    for (const block of draft.repeated) repeated.add(block);
    tableAt.set(blocks[0]!, assembled.block);
  }
  const blocks: Block[] = [];
  document.blocks.forEach((block, index) => {
    const table = tableAt.get(index);
    if (table !== undefined) blocks.push(table);
    else if (repeated.has(index)) blocks.push({ ...block, kind: 'furniture', level: null });
    else if (!taken.has(index)) blocks.push(block);
  });
  return { blocks, warnings };
}

const blocksOf = (draft: TableDraft): number[] =>
  [...draft.header, ...draft.body].flatMap((row) => row.blocks);
