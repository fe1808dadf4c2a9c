import { Option } from 'commander';
import { type Logger, pino } from 'pino';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** `--log-level`; without it GONGWEN_LOG_LEVEL, else `warn`. */
export const logLevelOption = (): Option =>
  new Option('--log-level <level>', 'how much goes to the log on stderr, one JSON object a line')
    .choices(LEVELS)
    .env('GONGWEN_LOG_LEVEL')
    .default('warn');

/** A log on standard error, NDJSON; standard output is for data. */
export const openLog = (level: string): Logger =>
  pino({ level, base: { pid: process.pid } }, pino.destination({ dest: 2, sync: true }));
