import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Longest time that one step of an installation may take, in milliseconds. */
const PATIENCE = 180_000;

/** Installs a package of Debian's where this user may; says nothing where it cannot be. */
export function installDebianPackage(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, {
      stdio: 'ignore',
      timeout: PATIENCE,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = ['install', '-y', '-qq', '--no-install-recommends', name];
  if (!apt(...install) && apt('update', '-qq')) apt(...install);
}
