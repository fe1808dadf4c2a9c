import { describe, expect, it } from 'vitest';
import { evaluate } from '../../scripts/eval/evaluation.js';
import { RESULT_FILE, readJson } from '../../scripts/eval/gold.js';
import { predictionsOfSources } from '../../scripts/eval/predictions.js';
import { changes, gain, type Summary, summarise } from '../../scripts/eval/summary.js';

/** An indicator that begins with half a name, or ends in a word of duty or a mark. */
const CUT_WRONG =
  /^(?:和|及|与|的|、|，|。|；|）|”)|(?:必|须|将|、|，|：|（|“|(?<![供响反效对适感])应|(?<![许认])可)$/;

describe('what is extracted from the samples', () => {
  const read = predictionsOfSources('samples');

  it('names what targets measure by whole noun phrases', async () => {
    const indicators = (await read).flatMap(({ targets }) => targets);
    expect(indicators.length).toBeGreaterThan(400);
    expect(
      indicators.map(({ indicator }) => indicator).filter((name) => CUT_WRONG.test(name)),
    ).toEqual([]);
  });

  it('is no worse than the kept result (npm run eval -- --save keeps a new one)', async () => {
    const kept = readJson<Summary>(`samples/gold/${RESULT_FILE}`);
    const now = summarise(evaluate(await read, 'samples/gold', 'samples'));
    expect(changes(kept, now).filter((change) => gain(change) < 0)).toEqual([]);
  });
});
