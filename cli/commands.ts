import type { Command } from 'commander';

/** A command as the list of commands shows it; its module is loaded when it is asked for. */
export interface CommandEntry {
  readonly summary: string;
  /** It may compute for seconds without a pause, in which it would hear no signal. */
  readonly computes?: true;
  load(): Promise<(parent: Command) => Command>;
}

/** All commands by name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  extract: {
    summary: 'make a dataset from files and folders',
    load: async () => (await import('./extract.js')).extractCommand,
  },
  export: {
    summary: 'write a dataset as CSV, Parquet, DuckDB and XLSX',
    load: async () => (await import('./export.js')).exportCommand,
  },
  load: {
    summary: 'load a dataset into PostgreSQL',
    load: async () => (await import('./load.js')).loadCommand,
  },
  query: {
    summary: 'ask a dataset in SQL',
    load: async () => (await import('./query.js')).queryCommand,
  },
  search: {
    summary: 'find sentences by their words',
    load: async () => (await import('./search.js')).searchCommand,
  },
  validate: {
    summary: 'check a dataset',
    load: async () => (await import('./validate.js')).validateCommand,
  },
  diff: {
    summary: 'tell what changed between two emissions',
    computes: true,
    load: async () => (await import('./diff.js')).diffCommand,
  },
  report: {
    summary: 'write a page to read and review a dataset with',
    load: async () => (await import('./report.js')).reportCommand,
  },
  serve: {
    summary: 'answer over HTTP: extraction, datasets, feeds',
    load: async () => (await import('./serve.js')).serveCommand,
  },
  mcp: {
    summary: 'give assistants tools (Model Context Protocol)',
    load: async () => (await import('./mcp.js')).mcpCommand,
  },
  pull: {
    summary: 'fetch a dataset from a bucket',
    load: async () => (await import('./pull.js')).pullCommand,
  },
  prune: {
    summary: 'remove stored results that no dataset needs',
    load: async () => (await import('./prune.js')).pruneCommand,
  },
  inspect: {
    summary: 'print what one reader of values sees',
    computes: true,
    load: async () => (await import('./inspect.js')).inspectCommand,
  },
  worker: {
    summary: 'take jobs from the queue',
    load: async () => (await import('./worker.js')).workerCommand,
  },
  submit: {
    summary: 'give files, folders and addresses to the queue',
    load: async () => (await import('./submit.js')).submitCommand,
  },
  status: {
    summary: 'show queues, rates and failed jobs',
    load: async () => (await import('./status.js')).statusCommand,
  },
  retry: {
    summary: 'try failed jobs again',
    load: async () => (await import('./retry.js')).retryCommand,
  },
  dashboard: {
    summary: 'show the queues in a browser',
    load: async () => (await import('./dashboard.js')).dashboardCommand,
  },
  source: {
    summary: 'keep a list of places, and look what is new there',
    load: async () => (await import('./source.js')).sourceCommand,
  },
  scheduler: {
    summary: 'look at sources when their time has come',
    load: async () => (await import('./scheduler.js')).schedulerCommand,
  },
  check: {
    summary: 'check what work with the queue needs',
    load: async () => (await import('./check.js')).checkCommand,
  },
  completion: {
    summary: 'print a script that lets a shell complete commands',
    load: async () => (await import('./completion.js')).completionCommand(COMMANDS),
  },
};
