import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingPlatformEntries } from '../../scripts/complete-lockfile.js';

describe('package-lock.json', () => {
  it('has an entry for every platform, without which npm ci refuses it', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    expect(missingPlatformEntries(lock.packages)).toEqual({});
  });

  it('gets the entries that a registry mirror left out', () => {
    const optionalDependencies = {
      'tool-linux-x64-musl': '1.2.3',
      'tool-win32-arm64': '1.2.3',
      'tool-linux-x64-gnu': '1.2.3',
      fsevents: '~2.3.3',
    };
    const entries = {
      'node_modules/tool': { version: '1.2.3', dev: true, optionalDependencies },
      'node_modules/tool-linux-x64-gnu': { version: '1.2.3' },
    };
    expect(missingPlatformEntries(entries)).toEqual({
      'node_modules/tool-linux-x64-musl': {
        version: '1.2.3',
        cpu: ['x64'],
        libc: ['musl'],
        os: ['linux'],
        dev: true,
        optional: true,
      },
      'node_modules/tool-win32-arm64': {
        version: '1.2.3',
        cpu: ['arm64'],
        os: ['win32'],
        dev: true,
        optional: true,
      },
    });
  });
});
