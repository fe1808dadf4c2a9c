import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isBucketAddress } from '../bucket/address.js';
import { Configuration, SETTINGS, type Setting } from './schema.js';

/** A configuration that cannot be used; the message says which setting, from where, and why. */
export class ConfigurationError extends Error {}

/** What the program reads where neither `--config` nor `GONGWEN_CONFIG` names a file. */
export const CONFIGURATION_FILE = 'gongwen.config.json';

export interface ConfigurationSources {
  /** Values of flags as they were typed; what is undefined was not given. */
  readonly flags: Readonly<Partial<Record<Setting | 'config', unknown>>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

/** `GONGWEN_MAX_BYTES` of `maxBytes`; of `redis`, `GONGWEN_REDIS_URL`. */
export const environmentName = (setting: Setting): string =>
  setting === 'redis'
    ? 'GONGWEN_REDIS_URL'
    : `GONGWEN_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

export const flagName = (setting: Setting): string =>
  `--${setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

interface Origin {
  readonly name: (setting: Setting) => string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * The configuration: flags over environment over file over defaults. Folders are made absolute.
 *
 * @throws ConfigurationError
 */
export function loadConfiguration(sources: ConfigurationSources): Configuration {
  const origins = originsOf(sources);
  const given: Record<string, unknown> = {};
  const from = new Map<string, string>();
  for (const { name, values } of origins) {
    for (const setting of SETTINGS) {
      if (values[setting] === undefined || setting in given) continue;
      given[setting] = values[setting];
      from.set(setting, name(setting));
    }
  }
  const parsed = Configuration.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const setting = String(path[0]);
      return `${from.get(setting)}: ${saidOf(setting, given[setting])}; it must be ${message}.`;
    });
    throw new ConfigurationError(problems.join('\n'));
  }
  const { store } = parsed.data;
  if (isBucketAddress(store)) return parsed.data;
  return { ...parsed.data, store: resolve(sources.folder, store) };
}

/** What holds a secret, or may. */
const SECRETS: ReadonlySet<string> = new Set(['dashboardPassword', 'redis', 'webhookSecret']);

/** A secret is not repeated. */
function saidOf(setting: string, value: unknown): string {
  if (SECRETS.has(setting)) return 'the value does not fit';
  return `${JSON.stringify(value)} does not fit`;
}

function originsOf({ flags, environment, folder }: ConfigurationSources): Origin[] {
  const named = (flags.config as string | undefined) ?? environment.GONGWEN_CONFIG;
  const file = named ?? CONFIGURATION_FILE;
  const ofEnvironment = Object.fromEntries(
    SETTINGS.map((setting) => [setting, environment[environmentName(setting)] || undefined]),
  );
  return [
    { name: flagName, values: flags },
    { name: environmentName, values: ofEnvironment },
    {
      name: (setting) => `${setting} in ${file}`,
      values: readFile(resolve(folder, file), named !== undefined),
    },
  ];
}

function readFile(path: string, mustExist: boolean): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !mustExist) return {};
    throw new ConfigurationError(`The configuration file cannot be read: ${message}`);
  }
  const value = parsed(path, text);
  const unknown = Object.keys(value).filter((key) => !SETTINGS.includes(key as Setting));
  if (unknown.length > 0) {
    throw new ConfigurationError(
      `${path}: no such setting: ${unknown.join(', ')}. There are ${SETTINGS.join(', ')}.`,
    );
  }
  return value;
}

function parsed(path: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch (error) {
    throw new ConfigurationError(`${path} is no JSON: ${(error as Error).message}`);
  }
  throw new ConfigurationError(`${path} must hold one JSON object of settings.`);
}

/** Variables that begin with `GONGWEN_` and mean nothing: likely mistyped. */
export function unknownVariables(environment: ConfigurationSources['environment']): string[] {
  const known = new Set([...SETTINGS.map(environmentName), 'GONGWEN_CONFIG', 'GONGWEN_LOG_LEVEL']);
  return Object.keys(environment)
    .filter((name) => name.startsWith('GONGWEN_') && !known.has(name))
    .sort();
}
