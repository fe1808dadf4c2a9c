import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { NamedFolder } from '../service/datasets/registry.js';
import { SERVICE_DEFAULTS, type ServiceSettings } from '../service/settings.js';
import { DEFAULT_LIMITS } from '../workers/limits.js';
import { isLoopback } from '../workers/loopback.js';
import { correctionsOption, requireCorrections } from './corrections-option.js';
import { datasetOption, requireDatasets } from './dataset-option.js';
import { UsageError } from './exit-status.js';
import { aborted, listenForInterruption } from './interruption.js';
import { logLevelOption, openLog } from './log.js';
import { bytes, commaList, seconds, wholeNumber } from './option-values.js';

const EXAMPLES = `
Examples:
  $ gongwen serve                                        extraction, on http://127.0.0.1:8080
  $ gongwen serve --dataset plans=output                 and a dataset
  $ gongwen serve --dataset plans=output --corrections plans=corrections.jsonl   and keep what reviewers decide
  $ gongwen serve --listen 0.0.0.0:8080 --token-file tokens.txt --allow-host gongwen.example.org

  $ curl --data-binary @notice.pdf 'http://127.0.0.1:8080/v1/extract?name=notice.pdf'
  $ curl --data-binary @notices.zip 'http://127.0.0.1:8080/v1/extract?name=notices.zip'
  $ curl 'http://127.0.0.1:8080/v1/datasets/plans/tasks?unit=市商务局&role=lead' --get
  $ curl --get http://127.0.0.1:8080/v1/datasets/plans/tasks --data-urlencode q=预付卡

http://127.0.0.1:8080/openapi.json describes every address. Off loopback a token is needed; each line of
the file is one. It speaks plain HTTP: put a server that speaks TLS before it where others can listen.
A first signal lets what is at work end, a second one ends it at once.`;

/** Seconds for the process to end once the time for its requests is over. */
const LAST_MOMENTS = 5;

interface Flags {
  listen: { host: string; port: number };
  dataset: readonly NamedFolder[];
  corrections: readonly { name: string; path: string }[];
  tokenFile?: string;
  allowHost: string[];
  allowOrigin: string[];
  baseUrl?: string;
  jobs: number;
  timeout?: number;
  maxBytes: number;
  maxMemory: number;
  maxMembers: number;
  maxWaiting: number;
  rate: number;
  wait: number;
  requestTimeout: number;
  grace: number;
  logLevel: string;
}

/** `gongwen serve` */
export function serveCommand(parent: Command): Command {
  const { wait, maxMembers, maxWaiting, rate, requestTimeout, grace } = SERVICE_DEFAULTS;
  return new Command('serve')
    .copyInheritedSettings(parent)
    .description('Answers over HTTP: documents in, records out; datasets, feeds and calendars.')
    .addOption(
      new Option('--listen <host:port>', 'where it answers')
        .env('GONGWEN_SERVE_LISTEN')
        .argParser(address)
        .default({ host: '127.0.0.1', port: 8080 }, '127.0.0.1:8080'),
    )
    .addOption(datasetOption())
    .addOption(correctionsOption())
    .addOption(
      new Option(
        '--token-file <file>',
        'ask for a token; a line each of 16 characters or more',
      ).env('GONGWEN_TOKEN_FILE'),
    )
    .option(
      '--allow-host <names>',
      'names that it is called by, beside its own; commas between',
      commaList,
      [],
    )
    .option(
      '--allow-origin <origins>',
      'origins whose pages may ask it; commas between',
      origins,
      [],
    )
    .option('--base-url <url>', 'what it is reached under from outside, for links', baseUrl)
    .option('-j, --jobs <n>', 'documents at the same time', wholeNumber(1), availableParallelism())
    .option(
      '--timeout <seconds>',
      'longest time a document may take (default: 120, with OCR 1200)',
      seconds,
    )
    .option(
      '--max-bytes <n>',
      'largest document that is read; 64m, 1g',
      bytes,
      DEFAULT_LIMITS.maxBytes,
    )
    .option(
      '--max-memory <mib>',
      'JavaScript heap of a document, MiB',
      wholeNumber(32),
      DEFAULT_LIMITS.maxMemory,
    )
    .option(
      '--max-members <n>',
      'documents of a container that is posted',
      wholeNumber(1),
      maxMembers,
    )
    .option(
      '--max-waiting <n>',
      'documents at work and waiting; more get 429',
      wholeNumber(1),
      maxWaiting,
    )
    .option('--rate <n>', 'requests of one client a second; more get 429', wholeNumber(1), rate)
    .option('--wait <seconds>', 'time after which an extraction becomes a job (202)', seconds, wait)
    .option(
      '--request-timeout <seconds>',
      'time for a request to arrive whole',
      seconds,
      requestTimeout,
    )
    .option('--grace <seconds>', 'time to finish what is at work when stopped', seconds, grace)
    .addOption(logLevelOption().default('info'))
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(flags: Flags): Promise<void> {
  requireDatasets(flags.dataset);
  requireCorrections(flags.corrections, flags.dataset);
  const settings = settingsOf(flags);
  const { Service } = await import('../service/server.js');
  const log = await openLog(flags.logLevel);
  const moments = (flags.grace + LAST_MOMENTS) * 1000;
  const interruption = listenForInterruption({ moments, logged: true });
  const service = new Service(settings, log);
  try {
    const url = await service.listen();
    process.stdout.write(`${url}\n`);
    log.info({ url, datasets: settings.datasets.map(({ name }) => name) }, 'listening');
    await service.readDatasets();
    await aborted(interruption.signal);
    log.info({ grace: flags.grace }, 'stopping');
    await service.stop(flags.grace);
    log.info({}, 'stopped');
  } catch (error) {
    await service.stop(0);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    throw new UsageError(`Cannot listen on ${settings.host}:${settings.port}: ${message}`);
  } finally {
    interruption.close();
  }
}

function settingsOf(flags: Flags): ServiceSettings {
  const { host, port } = flags.listen;
  const tokens = flags.tokenFile === undefined ? null : tokensOf(flags.tokenFile);
  if (tokens === null && !isLoopback(host)) {
    throw new UsageError(`Give --token-file: who comes to ${host} has to bring a token.`);
  }
  const { jobs, timeout, maxBytes, maxMemory, maxMembers } = flags;
  return {
    host,
    port,
    datasets: flags.dataset,
    corrections: flags.corrections,
    tokens,
    allowedHosts: flags.allowHost,
    allowedOrigins: flags.allowOrigin,
    baseUrl: flags.baseUrl ?? null,
    engine: { jobs, maxBytes, maxMemory, maxMembers, ...(timeout !== undefined && { timeout }) },
    wait: flags.wait,
    maxWaiting: flags.maxWaiting,
    rate: flags.rate,
    requestTimeout: flags.requestTimeout,
  };
}

const LEAST_TOKEN = 16;

function tokensOf(path: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${(error as Error).message}`);
  }
  const tokens = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const wrong = tokens.find((token) => !/^[\w.~+/=-]+$/.test(token) || token.length < LEAST_TOKEN);
  if (tokens.length > 0 && wrong === undefined) return tokens;
  throw new UsageError(
    `${path}: a token has ${LEAST_TOKEN} characters or more, of A–Z a–z 0–9 - . _ ~ + / =. Make one with: openssl rand -hex 32`,
  );
}

function address(value: string): { host: string; port: number } {
  const [, host, port] = /^(\[[0-9a-f:.]+\]|[\w.-]+):(\d{1,5})$/i.exec(value) ?? [];
  if (host === undefined || Number(port) > 65_535) {
    throw new InvalidArgumentError('Give host:port, for example 127.0.0.1:8080.');
  }
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function origins(value: string): string[] {
  return commaList(value).map((origin) => {
    if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
    throw new InvalidArgumentError(`Give an origin as a browser names it: https://example.org.`);
  });
}

function baseUrl(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))
    return value.replace(/\/+$/, '');
  throw new InvalidArgumentError('Give an address: https://gongwen.example.org.');
}
