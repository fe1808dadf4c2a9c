import { Command } from 'commander';
import { configurationOf, settingOptions } from './configuration.js';
import { UsageError } from './exit-status.js';
import { aborted, listenForInterruption } from './interruption.js';

const EXAMPLES = `
Examples:
  $ gongwen dashboard                   read-only, on http://127.0.0.1:9465
  $ GONGWEN_DASHBOARD_PASSWORD=… gongwen dashboard --dashboard-listen 0.0.0.0:9465
  $ GONGWEN_DASHBOARD_PASSWORD=… gongwen dashboard --writable

Off loopback, or where jobs may be changed, it asks for a name and a password. It speaks plain HTTP:
put a server that speaks TLS before it where others can listen.`;

/** `gongwen dashboard` */
export function dashboardCommand(parent: Command): Command {
  const command = new Command('dashboard')
    .copyInheritedSettings(parent)
    .description('Serves Bull Board: the queues and their jobs in a browser, to be read only.')
    .option('--writable', 'let jobs be retried and removed');
  const settings = ['redis', 'dashboardListen', 'dashboardUser', 'prefix'] as const;
  for (const option of settingOptions(...settings)) command.addOption(option);
  return command.addHelpText('after', EXAMPLES).action(run);
}

async function run(flags: { writable?: true }): Promise<void> {
  const configuration = configurationOf(flags);
  const { connectProducer } = await import('./producer.js');
  const { dashboardServer, DashboardError } = await import('../workers/queue/dashboard.js');
  const { listen, urlOf } = await import('../workers/queue/monitor-server.js');
  const { closeQueues } = await import('../workers/queue/connection.js');
  const { openQueues } = await import('../workers/queue/status.js');
  const interruption = listenForInterruption();
  const redis = (await connectProducer(configuration, null))!;
  const queues = openQueues(redis, configuration);
  const { dashboardUser: user, dashboardPassword: password } = configuration;
  const { host, port } = configuration.dashboardListen;
  try {
    const login = password === undefined ? null : { user, password };
    const server = dashboardServer({ queues, host, writable: flags.writable ?? false, login });
    process.stdout.write(`${urlOf(await listen(server, host, port))}\n`);
    await aborted(interruption.signal);
    server.close();
    server.closeAllConnections();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof DashboardError) throw new UsageError(message);
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    throw new UsageError(`Cannot listen on ${host}:${port}: ${message}`);
  } finally {
    interruption.close();
    await closeQueues(queues, redis);
  }
}
