import { userInfo } from 'node:os';
import type { ClientConfig } from 'pg';
import { parse } from 'pg-connection-string';
import pgpass from 'pgpass';
import { DatabaseFault } from './fault.js';

/** Where libpq looks for a server's socket unless it is told another folder; .pgpass calls it localhost. */
const SOCKET_FOLDERS: ReadonlySet<string> = new Set([
  '/var/run/postgresql',
  '/run/postgresql',
  '/tmp',
]);

/** A database to connect to. */
export interface DatabasePlace {
  /** For people: who, where and which database; never a password. */
  readonly name: string;
  readonly config: ClientConfig;
}

/**
 * Reads `postgres://user@host:port/database?sslmode=…` as libpq does: what it leaves out comes from
 * PGHOST, PGPORT, PGUSER, PGDATABASE, the password from PGPASSWORD or the file of passwords.
 *
 * @throws DatabaseFault that does not repeat the address, which may hold a password
 */
export function databasePlace(url: string, environment = process.env): DatabasePlace {
  if (!/^postgres(?:ql)?:\/\//i.test(url)) {
    throw new DatabaseFault(
      'Name the database as postgres://user@host:port/database (a socket: postgres:///database?host=/var/run/postgresql).',
    );
  }
  const parsed = parsedUrl(withSslMode(url, environment));
  const host = parsed.host || environment.PGHOST || 'localhost';
  const port = Number(parsed.port || environment.PGPORT || 5432);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new DatabaseFault('The port of the database is no number from 1 to 65535.');
  }
  const user = parsed.user || environment.PGUSER || userInfo().username;
  const database = parsed.database || environment.PGDATABASE || user;
  const written = parsed.password || environment.PGPASSWORD;
  const password = written || (() => keptPassword({ host, port, database, user }));
  const { ssl, options, application_name = 'gongwen' } = parsed;
  return {
    name: `${user}@${host.startsWith('/') ? `${host}:${port}` : addressOf(host, port)}/${database}`,
    config: {
      ...{ host, port, user, database, application_name, keepAlive: true },
      password: password as ClientConfig['password'] & string,
      ...(ssl !== undefined && { ssl: ssl as boolean }),
      ...(options !== undefined && { options }),
    },
  };
}

const addressOf = (host: string, port: number): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

/** Modes that the driver reads otherwise where the environment gives them. */
const SSL_MODES: ReadonlySet<string> = new Set(['disable', 'require', 'verify-ca', 'verify-full']);

/** The address with the mode and the certificates that the environment names, where it names none. */
function withSslMode(url: string, { PGSSLMODE, PGSSLROOTCERT }: NodeJS.ProcessEnv): string {
  if (/[?&]ssl/i.test(url) || !PGSSLMODE || !SSL_MODES.has(PGSSLMODE)) return url;
  const certificates = PGSSLROOTCERT ? `&sslrootcert=${encodeURIComponent(PGSSLROOTCERT)}` : '';
  return `${url}${url.includes('?') ? '&' : '?'}sslmode=${PGSSLMODE}${certificates}`;
}

function parsedUrl(url: string): ReturnType<typeof parse> {
  try {
    // What sslmode means is what it means to every other program that uses libpq.
    const own = /[?&]uselibpqcompat=/.test(url);
    return parse(url, own ? {} : { useLibpqCompat: true });
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (path !== undefined) {
      throw new DatabaseFault(
        `${path}, which is to be read for the connection, cannot be read (${code}).`,
      );
    }
    throw new DatabaseFault(
      message.includes('sslrootcert')
        ? 'sslmode=verify-ca needs the certificate of who signs: sslrootcert=FILE. Or use sslmode=verify-full.'
        : 'The address of the database cannot be read. In a password, write @ as %40, / as %2F, : as %3A, % as %25; or leave it out and set PGPASSWORD.',
    );
  }
}

/** The password in PGPASSFILE or ~/.pgpass; empty where there is none, which the server refuses if it wants one. */
function keptPassword(place: {
  host: string;
  port: number;
  database: string;
  user: string;
}): Promise<string> {
  const host = SOCKET_FOLDERS.has(place.host) ? 'localhost' : place.host;
  return new Promise((resolve) => {
    pgpass({ ...place, host }, (password) => resolve(password ?? ''));
  });
}
