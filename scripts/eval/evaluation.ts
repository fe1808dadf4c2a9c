import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCounts, type Counts, noCounts } from './counts.js';
import { readGold, readGoldNotices } from './gold.js';
import { normalised } from './normalised.js';
import { isFromSource, type PredictedDocument } from './predictions.js';
import { type DocumentScore, scoreFile } from './score-document.js';
import { type NoticesScore, scoreNotices } from './score-notices.js';

/** All that a comparison with the gold records gives. */
export interface Evaluation {
  readonly documents: readonly DocumentScore[];
  readonly total: Counts;
  /** Null where the gold folder has no list of notices. */
  readonly notices: NoticesScore | null;
}

/** Compares predictions with every gold file of a folder; `sources` holds the texts. */
export function evaluate(
  predicted: readonly PredictedDocument[],
  goldFolder: string,
  sources: string,
): Evaluation {
  const texts = new Map<string, string>();
  const textOf = (source: string): string => {
    let text = texts.get(source);
    if (text === undefined) {
      const name = readdirSync(sources).find(
        (n) => n.startsWith(source) && /\.(?:txt|md)$/.test(n),
      );
      if (!name) throw new Error(`No text in ${sources} begins with ${source}.`);
      text = normalised(readFileSync(join(sources, name), 'utf8'));
      texts.set(source, text);
    }
    return text;
  };
  const documents = readGold(goldFolder).flatMap((file) => {
    const fromSource = predicted.filter((candidate) => isFromSource(candidate, file.source));
    return scoreFile(file, textOf(file.source), fromSource);
  });
  const total = noCounts();
  for (const { counts } of documents) addCounts(total, counts);
  const notices = readGoldNotices(goldFolder);
  return { documents, total, notices: notices && scoreNotices(notices, predicted) };
}
