import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { NamedFolder } from '../service/datasets/registry.js';
import { DEFAULT_LIMITS } from '../workers/limits.js';
import { datasetOption, requireDatasets } from './dataset-option.js';
import { aborted, listenForInterruption } from './interruption.js';
import { logLevelOption, openLog } from './log.js';
import { bytes, seconds, wholeNumber } from './option-values.js';

const EXAMPLES = `
Examples:
  $ gongwen mcp --dataset plans=output
  $ gongwen mcp --dataset plans=output --root ~/notices

A client starts it and speaks to it over standard input and output (Model Context Protocol):
  {"mcpServers": {"gongwen": {"command": "gongwen", "args": ["mcp", "--dataset", "plans=/data/output"]}}}

Tools: extract_file, search_dataset, list_tasks, show_source. It only reads; files only in the folders given by --root.`;

interface Flags {
  dataset: readonly NamedFolder[];
  root: readonly string[];
  jobs: number;
  timeout?: number;
  maxBytes: number;
  logLevel: string;
}

/** `gongwen mcp` */
export function mcpCommand(parent: Command): Command {
  return new Command('mcp')
    .copyInheritedSettings(parent)
    .description('Gives assistants tools to read notices and to ask datasets (MCP over stdio).')
    .addOption(datasetOption())
    .option(
      '--root <dir>',
      'folder that files may be read from (default: the current one); may be repeated',
      addRoot,
      [],
    )
    .option('-j, --jobs <n>', 'documents at the same time', wholeNumber(1), 1)
    .option(
      '--timeout <seconds>',
      'longest time a document may take (default: 120, with OCR 1200)',
      seconds,
    )
    .option('--max-bytes <n>', 'largest file that is read; 64m, 1g', bytes, DEFAULT_LIMITS.maxBytes)
    .addOption(logLevelOption())
    .addHelpText('after', EXAMPLES)
    .action(run);
}

function addRoot(value: string, former: readonly string[]): string[] {
  if (statSync(value, { throwIfNoEntry: false })?.isDirectory()) return [...former, resolve(value)];
  throw new InvalidArgumentError('Give a folder.');
}

async function run(flags: Flags): Promise<void> {
  requireDatasets(flags.dataset);
  const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
  const { mcpServer } = await import('../service/mcp/server.js');
  const { DatasetRegistry } = await import('../service/datasets/registry.js');
  const { Extractor } = await import('../library/extractor.js');
  const log = await openLog(flags.logLevel);
  const { jobs, timeout, maxBytes } = flags;
  const interruption = listenForInterruption({ logged: true });
  const engine = new Extractor({ jobs, maxBytes, ...(timeout !== undefined && { timeout }) });
  const registry = new DatasetRegistry(flags.dataset, {
    opened: (dataset, { counts }) => log.info({ dataset, counts }, 'dataset read'),
    failed: (dataset, wrong) => log.warn({ dataset, wrong }, 'dataset cannot be read'),
  });
  await registry.refresh();
  const roots = flags.root.length > 0 ? flags.root : [process.cwd()];
  const server = mcpServer({ registry, engine, roots, maxBytes }, (tool, error) =>
    log.error({ tool, err: error }, 'tool failed'),
  );
  // A client that goes closes standard input.
  const gone = new Promise<void>((done) => process.stdin.once('end', done));
  await server.connect(new StdioServerTransport());
  await Promise.race([gone, aborted(interruption.signal)]);
  await server.close();
  await engine.close();
  registry.close();
  interruption.close();
}
