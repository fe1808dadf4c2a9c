import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inLanes } from '../../workers/lanes.js';

test.each([
  [1, [1, 2, 3, 4], 1],
  [3, [1, 2, 3, 4], 3],
  [8, [1, 2], 2],
  [2, [], 0],
])('%i lanes do %j, at most %i at a time', async (lanes, items, most) => {
  const begun: number[] = [];
  let atWork = 0;
  let atOnce = 0;
  await inLanes(items, lanes, async (item) => {
    begun.push(item);
    atOnce = Math.max(atOnce, ++atWork);
    await delay(1);
    atWork--;
  });
  expect(begun).toEqual(items);
  expect(atOnce).toBe(most);
});

test('after an error nothing new is begun', async () => {
  const begun: number[] = [];
  const work = async (item: number): Promise<void> => {
    begun.push(item);
    await delay(item);
    if (item === 1) throw new Error('bad');
  };
  await expect(inLanes([1, 30, 3, 4], 2, work)).rejects.toThrow('bad');
  await delay(40);
  expect(begun).toEqual([1, 30]);
});
