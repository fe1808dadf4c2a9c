import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** A virtual environment of our own, so that nothing is put among the system's packages. */
const KEPT = join('node_modules', '.cache', 'gongwen', 'python');

/** Longest time that the installation may take, in milliseconds. */
const PATIENCE = 120_000;

/** What to do where Python has no DuckDB. */
export const NO_PYTHON_DUCKDB =
  'The Python of docs/dataset.md is not run: python3 has no duckdb. Type `pip install duckdb` in a virtual environment, and set GONGWEN_PYTHON to the path of its python3.';

/** The Python that has DuckDB; null where there is none. */
export const pythonWithDuckdb = (): string | null =>
  [process.env.GONGWEN_PYTHON, 'python3', resolve(KEPT, 'bin', 'python3')].find(
    (python) => python !== undefined && spawnSync(python, ['-c', 'import duckdb']).status === 0,
  ) ?? null;

/** Installs DuckDB for Python beside ours; says so on standard error where it cannot be. */
export function ensurePythonDuckdb(): void {
  if (pythonWithDuckdb() !== null) return;
  const options = { stdio: 'ignore', timeout: PATIENCE } as const;
  if (spawnSync('python3', ['-m', 'venv', KEPT], options).status === 0) {
    const quickly = ['--quiet', '--retries', '1', '--timeout', '15', '--disable-pip-version-check'];
    const install = ['-m', 'pip', 'install', ...quickly, '--only-binary', ':all:', 'duckdb'];
    spawnSync(join(KEPT, 'bin', 'python3'), install, options);
  }
  if (pythonWithDuckdb() === null) process.stderr.write(`${NO_PYTHON_DUCKDB}\n`);
}
