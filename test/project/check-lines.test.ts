import { describe, expect, it } from 'vitest';
import { lineFaults } from '../../scripts/check-lines.js';

describe('lineFaults', () => {
  it.each([
    [300, undefined, null],
    [301, undefined, 'the budget is 300'],
    [400, 400, null],
    [401, 400, 'more than its debt of 400'],
    [300, 400, 'no debt any more'],
    [501, 600, 'the limit is 500'],
  ])('%s lines with a debt of %s', (lines, debt, fault) => {
    const faults = lineFaults(
      new Map([['a.ts', lines]]),
      debt === undefined ? {} : { 'a.ts': debt },
    );
    expect(faults).toHaveLength(fault === null ? 0 : 1);
    if (fault !== null) expect(faults[0]).toContain(fault);
  });

  it('names a debt of a file that is gone', () => {
    expect(lineFaults(new Map(), { 'gone.ts': 400 })[0]).toContain('gone.ts: no such file');
  });
});
