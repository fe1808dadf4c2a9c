import type { z } from 'zod';
import type { DatasetIndex } from '../datasets/dataset-index.js';
import type { DatasetRegistry } from '../datasets/registry.js';
import type { Engine } from '../extract/jobs.js';

/** What the tools work with. */
export interface ToolContext {
  readonly registry: DatasetRegistry;
  readonly engine: Engine & { extract: Engine['extract'] };
  /** Folders that files may be read from. */
  readonly roots: readonly string[];
  readonly maxBytes: number;
}

/** A tool as its list shows it and as it is called. */
export interface Tool<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  run(context: ToolContext, input: z.output<Input>): Promise<z.output<Output>>;
}

/** A tool cannot do what it is asked for; the message says what to do. */
export class ToolError extends Error {}

/** Keeps the types of a tool's input and output together. */
export const tool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  description: Tool<Input, Output>,
): Tool => description as unknown as Tool;

/**
 * Asks the dataset of a name, or the only one.
 *
 * @throws ToolError
 */
export async function askDataset<Answer>(
  { registry }: ToolContext,
  asked: string | undefined,
  question: (index: DatasetIndex, name: string) => Promise<Answer>,
): Promise<Answer> {
  const { names } = registry;
  const name = asked ?? (names.length === 1 ? names[0] : undefined);
  const known = names.length === 0 ? 'none: start gongwen mcp with --dataset' : names.join(', ');
  if (name === undefined) throw new ToolError(`Name a dataset. There are: ${known}.`);
  if (!registry.has(name)) throw new ToolError(`There is no dataset ${name}. There are: ${known}.`);
  const index = registry.get(name);
  if (index === null) {
    throw new ToolError(`${name} cannot be read: ${registry.checks()[`dataset ${name}`]}.`);
  }
  return await index.use((edition) => question(edition, name));
}
