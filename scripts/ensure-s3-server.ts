import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** A virtual environment of our own, so that nothing is put among the system's packages. */
const KEPT = join('node_modules', '.cache', 'gongwen', 'moto');

/** Longest time that the installation may take, in milliseconds. */
const PATIENCE = 180_000;

/** What to do where there is no server to keep things in. */
export const NO_S3_SERVER =
  "Buckets are not tested: python3 has no moto. Type `pip install 'moto[server,s3,iam]'` in a virtual environment, and set GONGWEN_MOTO to the path of its python3.";

/** The Python that has the server; null where there is none. */
export const pythonWithMoto = (): string | null =>
  [process.env.GONGWEN_MOTO, 'python3', resolve(KEPT, 'bin', 'python3')].find(
    (python) =>
      python !== undefined && spawnSync(python, ['-c', 'import moto, flask']).status === 0,
  ) ?? null;

/** Installs the server beside ours; says so on standard error where it cannot be. */
export function ensureS3Server(): void {
  if (pythonWithMoto() !== null) return;
  const options = { stdio: 'ignore', timeout: PATIENCE } as const;
  if (spawnSync('python3', ['-m', 'venv', KEPT], options).status === 0) {
    const quickly = ['--quiet', '--retries', '1', '--timeout', '15', '--disable-pip-version-check'];
    const install = ['-m', 'pip', 'install', ...quickly, 'moto[server,s3,iam]'];
    spawnSync(join(KEPT, 'bin', 'python3'), install, options);
  }
  if (pythonWithMoto() === null) process.stderr.write(`${NO_S3_SERVER}\n`);
}
