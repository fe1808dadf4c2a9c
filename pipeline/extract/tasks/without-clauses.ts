import { Passage } from '../../model/passage.js';
import type { Span } from '../../model/source-text.js';

/** The passage without the given stretches and without marks that only close a clause. */
export function withoutClauses(passage: Passage, clauses: readonly Span[]): Passage {
  if (clauses.length === 0) return trimmed(passage);
  const kept: Passage[] = [];
  let from = 0;
  for (const { start, end } of clauses) {
    if (start > from) kept.push(passage.slice(from, start));
    from = Math.max(from, end);
  }
  if (from < passage.length) kept.push(passage.slice(from));
  return trimmed(Passage.join(passage.source, kept, () => false));
}

function trimmed(passage: Passage): Passage {
  const lead = /^[。；，、\s]+/.exec(passage.text)?.[0].length ?? 0;
  return passage.slice(lead).trim();
}
