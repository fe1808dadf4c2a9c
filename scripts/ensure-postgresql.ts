import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installDebianPackage } from './debian-package.js';

/** Where Debian keeps the programs of each version of the server. */
const VERSIONS = '/usr/lib/postgresql';
const PLACES = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/usr/local/pgsql/bin'];

/** What to do where there is no server to load into. */
export const NO_POSTGRESQL =
  'gongwen load is not tested: there is no PostgreSQL server. Type `sudo apt-get install -y postgresql`, or set GONGWEN_POSTGRESQL to the folder of initdb and postgres.';

/** The folder of the server's programs, the newest version's; null where there is none. */
export function postgresqlPrograms(): string | null {
  const versions = existsSync(VERSIONS)
    ? readdirSync(VERSIONS).sort((one, other) => Number(other) - Number(one))
    : [];
  const folders = [
    ...[process.env.GONGWEN_POSTGRESQL ?? []].flat(),
    ...versions.map((version) => join(VERSIONS, version, 'bin')),
    ...PLACES,
  ];
  const whole = (folder: string): boolean =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));
  return folders.find(whole) ?? null;
}

/** Installs Debian's server where this user may; says so on standard error where it cannot be. */
export function ensurePostgresql(): void {
  if (postgresqlPrograms() === null) installDebianPackage('postgresql');
  if (postgresqlPrograms() === null) process.stderr.write(`${NO_POSTGRESQL}\n`);
}
