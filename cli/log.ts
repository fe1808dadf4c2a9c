import { Option } from 'commander';
import type { Logger } from 'pino';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** `--log-level`; without it GONGWEN_LOG_LEVEL, else `warn`. */
export const logLevelOption = (): Option =>
  new Option('--log-level <level>', 'how much goes to the log on stderr, one JSON object a line')
    .choices(LEVELS)
    .env('GONGWEN_LOG_LEVEL')
    .default('warn');

/** A log on standard error, NDJSON; standard output is for data. */
export async function openLog(level: string): Promise<Logger> {
  const { pino } = await import('pino');
  return pino({ level, base: { pid: process.pid } }, pino.destination({ dest: 2, sync: true }));
}

const SILENT = { info: () => {}, debug: () => {} };

/** As `openLog` for a command that says nothing above `info`; a level that hears none loads nothing. */
export const openQuietLog = async (level: string): Promise<Pick<Logger, 'info' | 'debug'>> =>
  LEVELS.indexOf(level) > LEVELS.indexOf('info') ? SILENT : openLog(level);
