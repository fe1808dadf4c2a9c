import { describe, expect, it } from 'vitest';
import { evaluate } from '../../scripts/eval/evaluation.js';
import { RESULT_FILE, readJson } from '../../scripts/eval/gold.js';
import { predictionsOfSources } from '../../scripts/eval/predictions.js';
import { changes, gain, type Summary, summarise } from '../../scripts/eval/summary.js';

describe('what is extracted from the samples', () => {
  it('is no worse than the kept result (npm run eval -- --save keeps a new one)', async () => {
    const kept = readJson<Summary>(`samples/gold/${RESULT_FILE}`);
    const now = summarise(
      evaluate(await predictionsOfSources('samples'), 'samples/gold', 'samples'),
    );
    expect(changes(kept, now).filter((change) => gain(change) < 0)).toEqual([]);
  });
});
