import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { mutationReport, type StrykerReport } from './report.js';
import { ROOMS } from './rooms.js';

/** What is installed for it, in a copy of the project: no user needs it. Stryker 10 asks for Node 22. */
const STRYKER = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/vitest-runner@9.6.1'];

interface Options {
  readonly file?: string;
  readonly static?: true;
  readonly survivors: string;
}

const program = new Command('mutation')
  .description('Changes the rules of a room one by one and tells which changes no test notices.')
  .argument('<room>', `one of ${Object.keys(ROOMS).join(', ')}`)
  .option('--file <path>', 'only this file of it, as a pattern from the project on')
  .option('--static', 'also change what is made when a module is loaded; many times slower')
  .option('--survivors <n>', 'lines shown, those of the worst files first', '40')
  .parse();

const [name = ''] = program.args;
const room = ROOMS[name];
const { file, static: all, survivors } = program.opts<Options>();
if (!room) program.error(`There is no room ${name}: ${Object.keys(ROOMS).join(', ')}.`);
else {
  const work = copyOfProject(name);
  const report = join(work, 'mutation.json');
  const env = {
    ...process.env,
    MUTATION_FILES: file ?? room.files.join(','),
    MUTATION_TESTS: room.tests.join(','),
    MUTATION_STATIC: all ? 'yes' : 'no',
    MUTATION_REPORT: report,
  };
  run(work, 'npx', ['stryker', 'run', 'scripts/mutation/stryker.config.mjs'], env);
  const found = JSON.parse(readFileSync(report, 'utf8')) as StrykerReport;
  console.log(mutationReport(found, Number(survivors)));
}

/** Files under version control as they are now, with the packages of the project and Stryker's. */
function copyOfProject(of: string): string {
  const work = join(tmpdir(), `gongwen-mutation-${of}`);
  rmSync(work, { recursive: true, force: true });
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' });
  for (const path of stdout.split('\0').filter((each) => each !== '' && existsSync(each))) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    cpSync(path, join(work, path));
  }
  const packages = realpathSync('node_modules');
  // Hard links where the disk has them: a copy takes a minute.
  const linked = spawnSync('cp', ['-al', packages, join(work, 'node_modules')]);
  if (linked.status !== 0) cpSync(packages, join(work, 'node_modules'), { recursive: true });
  run(work, 'npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    ...STRYKER,
  ]);
  return work;
}

function run(cwd: string, command: string, args: string[], env = process.env): void {
  const { status } = spawnSync(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}.`);
}
