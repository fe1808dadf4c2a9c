import { expect, test, vi } from 'vitest';
import { search } from '../../workers/exports/search.js';
import { datasetOf, documentOf } from './fixtures/datasets.js';

vi.mock('../../pipeline/segment/binary.js', async (original) => ({
  ...(await original<object>()),
  canCutWords: () => false,
}));
vi.mock('../../pipeline/segment/index.js', () => ({
  segmenter: () => {
    throw new Error('nodejieba has no binary');
  },
}));

test('sentences are found and ranked by the words as written where no words can be cut', async () => {
  const text = '推行亮码检查。亮码检查，亮码检查。开展培训。';
  const dataset = datasetOf([documentOf('d1', [text])]);
  const { words, hits } = await search(dataset, '亮码检查', 10);
  expect(words).toEqual(['亮码检查']);
  expect(hits.map(({ sentence }) => sentence)).toEqual(['亮码检查，亮码检查。', '推行亮码检查。']);
});
