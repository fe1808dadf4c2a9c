import { describe, expect, it } from 'vitest';
import { isSpelledOut } from '../../pipeline/lexicon/spelled-out.js';

describe('isSpelledOut', () => {
  it.each([
    ['教育和体育局', true],
    ['城乡建设和交通运输局', true],
    ['通信发展办公室', true],
    ['不动产登记中心', true],
    // short for a longer name
    ['城管执法局', false],
    ['科技和工信局', false],
    // two bodies, a running sentence
    ['卫健委与房地产协会', false],
    ['住房公积金管理中心委托住房公积金管理委员会', false],
    // of whom only the text around can tell
    ['领导小组办公室', false],
  ])('%s: %s', (name, spelled) => {
    expect(isSpelledOut(name)).toBe(spelled);
  });
});
