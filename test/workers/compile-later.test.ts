import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loaderFlags } from '../../workers/child-process.js';

const MODULE = fileURLToPath(new URL('../../workers/compile-later.ts', import.meta.url));

describe('compileLater', () => {
  it('asks the V8 it runs on for nothing that it does not know', () => {
    const script = `import(${JSON.stringify(MODULE)}).then(({ compileLater }) => { compileLater(); console.log('went on'); })`;
    const { stdout, stderr } = spawnSync(process.execPath, [...loaderFlags(), '-e', script], {
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: 'went on\n', stderr: '' });
  });
});
