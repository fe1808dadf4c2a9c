import { Option } from 'commander';
import {
  ConfigurationError,
  environmentName,
  flagName,
  loadConfiguration,
} from '../workers/configuration/load.js';
import type { Configuration, Setting } from '../workers/configuration/schema.js';
import { UsageError } from './exit-status.js';

const PLACEHOLDERS: Readonly<Record<Setting, [placeholder: string, meaning: string]>> = {
  redis: ['url', 'Redis or Valkey (default: redis://127.0.0.1:6379)'],
  prefix: ['prefix', 'what all keys in Redis begin with (default: {gongwen})'],
  store: [
    'place',
    'folder or s3://bucket/prefix of results, shared by all workers (default: gongwen-store)',
  ],
  jobs: ['n', 'documents at the same time (default: processors)'],
  grace: ['seconds', 'time to finish what is at work when stopped (default: 25)'],
  timeout: ['seconds', 'longest time a document may take (default: 120)'],
  maxBytes: ['n', 'largest file that is read; 64m, 1g (default: 64m)'],
  maxMemory: ['mib', 'JavaScript heap of a document, MiB (default: 576)'],
  attempts: ['n', 'starts of a job whose environment fail (default: 10)'],
  lock: ['seconds', 'time after which the job of a dead worker is taken over (default: 30)'],
  listen: ['host:port', 'where /health, /ready and /metrics are (default: 127.0.0.1:9464)'],
  dashboardListen: ['host:port', 'where it is served (default: 127.0.0.1:9465)'],
  dashboardUser: ['name', 'name to log in with (default: gongwen)'],
  dashboardPassword: ['password', 'better given by the environment than by a flag'],
  allowHost: ['names', 'fetch from these hosts though they are private; commas between'],
  hostInterval: ['seconds', 'pause between two requests of a host (default: 1)'],
  userAgent: ['name', 'what sites are told (default: gongwen)'],
  webhook: ['url', 'tell this address when a source has something new'],
  webhookSecret: ['secret', 'sign what it is told; better given by the environment'],
};

/** Flags of settings; each says by which variable it can be given too. */
export function settingOptions(...settings: Setting[]): Option[] {
  const options = settings.map((setting) => {
    const [placeholder, meaning] = PLACEHOLDERS[setting];
    const flags = `${flagName(setting)} <${placeholder}>`;
    return new Option(flags, `${meaning}; ${environmentName(setting)}`);
  });
  return [
    ...options,
    new Option('--config <file>', 'file of settings (default: gongwen.config.json where it is)'),
  ];
}

/**
 * The configuration of flags, environment, file and defaults.
 *
 * @throws UsageError
 */
export function configurationOf(flags: object): Configuration {
  try {
    return loadConfiguration({ flags, environment: process.env, folder: process.cwd() });
  } catch (error) {
    if (error instanceof ConfigurationError) throw new UsageError(error.message);
    throw error;
  }
}
