/**
 * Sees to it that the tests can start a Redis of their own: looks for redis-server or valkey-server,
 * installs it from the system's packages where it may, else says what to type.
 */
import { spawnSync } from 'node:child_process';

const SERVERS = ['redis-server', 'valkey-server'];
const APT = ['apt-get', 'install', '-y', '--no-install-recommends', 'redis-server'];

/** Name of a server that can be run, null where there is none. */
export const installedServer = (): string | null =>
  SERVERS.find((name) => spawnSync(name, ['--version']).status === 0) ?? null;

/** The words before a command that make it run as root; null where that needs a password. */
function asRoot(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}

function install(): void {
  const before = asRoot();
  if (before === null || spawnSync('apt-get', ['--version']).status !== 0) return;
  process.stderr.write('The tests need redis-server; installing it with apt-get …\n');
  // In run level 1 no service is started; the tests start their own server.
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
  for (const command of [['apt-get', 'update', '-q'], APT]) {
    const [program, ...args] = [...before, ...environment, ...command] as [string, ...string[]];
    spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

const ADVICE = `The tests need a Redis server (6.2 or later) and start it themselves. Type one of
  sudo apt-get update && sudo ${APT.join(' ')}    (Debian, Ubuntu)
  sudo dnf install -y valkey || sudo dnf install -y redis                 (Fedora, RHEL)
  apk add redis                                                           (Alpine)
  brew install redis                                                      (macOS)
and run the tests again.
`;

if (process.argv[1]?.includes('ensure-redis')) {
  if (installedServer() === null) install();
  if (installedServer() === null) {
    process.stderr.write(ADVICE);
    process.exitCode = 1;
  }
}
