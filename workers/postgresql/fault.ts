/** Something between the program and the database is not as it must be: what, and what to do. */
export class DatabaseFault extends Error {}

/** The load was stopped by whoever started it; nothing of it stays. */
export class LoadStopped extends Error {}

/** What is used of an error of PostgreSQL or of the connection to it. */
interface Raised {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly where?: string;
  readonly severity?: string;
}

const ROLLED_BACK = 'Nothing was changed.';

/** What to say of the codes that PostgreSQL answers with; `{name}` is the database. */
const ANSWERS: Readonly<Record<string, string>> = {
  '28P01':
    '{name} refuses the password. Set PGPASSWORD, put a line host:port:database:user:password into ~/.pgpass (mode 0600), or write it into the address.',
  '28000': '{name} does not let this user in from here: see pg_hba.conf of the server.',
  '3D000':
    '{name}: there is no such database. Make it: createdb --encoding UTF8 --template template0 NAME.',
  '42501':
    '{name}: the user may not do that ({message}). To load it needs CREATE on the database (or to own the schema) and TEMPORARY; to check, SELECT on the tables and TEMPORARY.',
  '25006': '{name} is read-only, a standby perhaps. Name the primary server.',
  '53100': '{name}: the disk of the server is full. {undone}',
  '53200': '{name}: the server has no memory left. {undone}',
  '53300': '{name} has as many connections as it takes. Try again later.',
  '55P03':
    '{name}: another session holds a lock on the tables. Try again when it has ended, or give --timeout more seconds. {undone}',
  '57014': '{name}: a step took longer than --timeout allows. {undone} Give more seconds.',
  '57P01': '{name}: the server was shut down, or ended the session. {undone}',
  '57P03': '{name}: the server is starting or shutting down. Try again in a moment.',
  '42P07':
    '{name}: the schema holds a table of that name that gongwen has not made ({message}). Choose another with --schema.',
  '23503':
    '{name}: a record names another that is not in the dataset ({detail}). {undone} See gongwen validate.',
  '23505':
    '{name}: two records of the dataset have the same key ({detail}). {undone} See gongwen validate.',
  '23502':
    '{name}: a record lacks a value that all must have ({message}). {undone} See gongwen validate.',
  '22003': '{name}: a number of the dataset is too large ({where}). {undone} See gongwen validate.',
  '22007': '{name}: a date of the dataset is none ({where}). {undone} See gongwen validate.',
  '22008': '{name}: a date of the dataset is none ({where}). {undone} See gongwen validate.',
  '40P01': '{name}: two sessions waited for each other. {undone} Try again.',
};

/** Codes of the system's and of TLS: the server is not reached. */
const AWAY: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Is the server running, and are host and port right?',
  ENOENT:
    'there is no socket of a server. Is it running, and is its folder of sockets the one named by host?',
  ENOTFOUND: 'there is no host of that name.',
  EAI_AGAIN: 'the name of the host cannot be looked up now.',
  ETIMEDOUT: 'it does not answer.',
  EHOSTUNREACH: 'it cannot be reached.',
  ENETUNREACH: 'it cannot be reached.',
  EACCES: 'this user may not open the socket.',
};

/** What the driver says in words of its own. */
const DRIVER: readonly (readonly [RegExp, string])[] = [
  [
    /password must be a|no password/i,
    '{name} asks for a password. Set PGPASSWORD, put a line host:port:database:user:password into ~/.pgpass (mode 0600), or write it into the address.',
  ],
  [
    /does not support SSL/i,
    '{name}: the server takes no encrypted connections. Leave sslmode out of the address, or ask whoever keeps it.',
  ],
  [
    /certificate|self.signed|altnames|SSL|TLS/i,
    '{name}: the server is not who it should be ({message}). Give sslrootcert=FILE, or sslmode=require to encrypt without looking at who it is.',
  ],
  [
    /timeout expired|timed? ?out/i,
    '{name} does not answer. Are host and port right, and is the way to it open?',
  ],
  [
    /terminated|Connection ended|ECONNRESET|EPIPE|not queryable|closed/i,
    '{name}: the connection was lost. {undone} Load again: what is there already is left as it is.',
  ],
];

/**
 * An error of PostgreSQL or of the way to it as a sentence with what to do; what is none of these is
 * given back. No sentence holds a password: addresses are told by `name`.
 */
export function databaseFault(error: unknown, name: string): unknown {
  if (error instanceof DatabaseFault || error instanceof LoadStopped) return error;
  if (!(error instanceof Error)) return error;
  const raised = firstOf(error);
  const { code = '', message } = raised;
  const away = AWAY[code];
  if (away) return new DatabaseFault(`${name} is out of reach: ${away}`);
  const known =
    ANSWERS[code] ?? DRIVER.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  if (known) return new DatabaseFault(filled(known, name, raised));
  if (raised.severity === undefined) return error;
  return new DatabaseFault(`${name}: ${message} (${code}). ${ROLLED_BACK}`);
}

/** Where several addresses of a host were tried, the error of the first. */
function firstOf(error: Error): Raised {
  const errors = (error as AggregateError).errors as Raised[] | undefined;
  return errors?.[0] ?? error;
}

const filled = (sentence: string, name: string, { message, detail, where }: Raised): string =>
  sentence
    .replace('{name}', () => name)
    .replace('{undone}', ROLLED_BACK)
    .replace('{message}', () => message)
    .replace('{detail}', () => detail ?? message)
    .replace('{where}', () => `${message}; ${(where ?? '').split('\n')[0]}`);
