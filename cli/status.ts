import { setTimeout as delay } from 'node:timers/promises';
import Table from 'cli-table3';
import { Command } from 'commander';
import type { Status } from '../workers/queue/status.js';
import { configurationOf, settingOptions } from './configuration.js';
import { listenForInterruption } from './interruption.js';

const EXAMPLES = `
Examples:
  $ gongwen status
  $ gongwen status --watch          every two seconds, until Ctrl-C
  $ gongwen status --json           one JSON object; with --watch one a line

The rate is that of the last minute; the time left is what waits at that rate.`;

const EVERY = 2000;

interface Flags {
  watch?: true;
  json?: true;
}

/** `gongwen status [--watch] [--json]` */
export function statusCommand(parent: Command): Command {
  const command = new Command('status')
    .copyInheritedSettings(parent)
    .description('Shows the queues, their rates, the time left and failed jobs by code.')
    .option('-w, --watch', 'show it again and again')
    .option('--json', 'print JSON');
  for (const option of settingOptions('redis', 'prefix')) command.addOption(option);
  return command.addHelpText('after', EXAMPLES).action(run);
}

async function run(flags: Flags): Promise<void> {
  const configuration = configurationOf(flags);
  const { connectProducer } = await import('./producer.js');
  const { closeQueues } = await import('../workers/queue/connection.js');
  const { openQueues, statusOf } = await import('../workers/queue/status.js');
  const interruption = listenForInterruption();
  const redis = await connectProducer(configuration, flags.watch ? interruption.signal : null);
  if (redis === null) return;
  const queues = openQueues(redis, configuration);
  try {
    do {
      const status = await statusOf(redis, queues, Date.now()).catch((error: Error) => {
        if (flags.watch) return null;
        throw error;
      });
      if (status) print(status, flags);
      if (flags.watch) {
        await delay(EVERY, undefined, { signal: interruption.signal }).catch(() => {});
      }
    } while (flags.watch && !interruption.signal.aborted);
  } finally {
    interruption.close();
    await closeQueues(queues, redis);
  }
}

function print(status: Status, { watch, json }: Flags): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(status)}\n`);
    return;
  }
  const clear = watch && process.stdout.isTTY ? '\x1b[2J\x1b[H' : '';
  process.stdout.write(`${clear}${statusTable(status)}`);
}

/** A table for people. */
export function statusTable({ queues, failed }: Status): string {
  const table = new Table({
    head: ['queue', 'waiting', 'active', 'delayed', 'parents', 'done', 'failed', 'workers'].concat(
      'a second',
      'left',
    ),
    colAligns: ['left', ...Array.from({ length: 9 }, () => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, counts, workers, perSecond, secondsLeft } of queues) {
    const { waiting, active, delayed, completed } = counts;
    const figures = [waiting, active, delayed, counts['waiting-children'], completed];
    table.push([
      name,
      ...figures.map((figure) => figure.toLocaleString('en-US')),
      counts.failed.toLocaleString('en-US'),
      workers,
      perSecond.toFixed(1),
      secondsLeft === null ? '?' : duration(secondsLeft),
    ]);
  }
  const codes = Object.entries(failed).map(([code, count]) => `  ${code}: ${count}`);
  const failures = codes.length > 0 ? ['failed by code:', ...codes] : ['nothing failed'];
  return `${table.toString()}\n${failures.join('\n')}\n`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'));
  return `${hours}:${minutes}:${rest}`;
}
