import type { Argument, Command, Option } from 'commander';

/** What can stand in the place of a value. */
export type Value = 'file' | 'folder' | 'any' | readonly string[];

export interface CompletedOption {
  /** `--out`, and `-o` where there is one. */
  readonly names: readonly string[];
  readonly summary: string;
  /** What comes after it; null: nothing. */
  readonly value: Value | null;
  /** Whether its value may be left out. */
  readonly isOptional: boolean;
}

/** A command as far as a shell completes it. */
export interface CompletedCommand {
  /** The words that lead to it: none for the program itself. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  readonly argument: Value | null;
  readonly commands: readonly CompletedCommand[];
}

/** The tree of a program's commands, as commander knows them. */
export function commandTree(command: Command, path: readonly string[] = []): CompletedCommand {
  const help = command.createHelp();
  const commands = help
    .visibleCommands(command)
    // `help` of a command that has no others is the same as --help.
    .filter((each) => each.name() !== 'help' || path.length === 0);
  return {
    path,
    summary: command.summary() || command.description(),
    options: help.visibleOptions(command).map(optionOf),
    argument: argumentOf(command.registeredArguments[0]),
    commands: commands.map((each) => commandTree(each, [...path, each.name()])),
  };
}

/** Every command of a tree, the program first. */
export const everyCommand = (command: CompletedCommand): CompletedCommand[] => [
  command,
  ...command.commands.flatMap(everyCommand),
];

function optionOf(option: Option): CompletedOption {
  const names = [option.short, option.long].filter((name) => name !== undefined);
  const takesValue = option.required || option.optional;
  const placeholder = /[<[]([^>\]]+)[>\]]/.exec(option.flags)?.[1] ?? '';
  return {
    names: names.sort((a, b) => b.length - a.length),
    summary: option.description,
    value: takesValue ? (option.argChoices ?? valueFrom(placeholder)) : null,
    isOptional: option.optional,
  };
}

function argumentOf(argument: Argument | undefined): Value | null {
  if (argument === undefined) return null;
  return argument.argChoices ?? valueFrom(argument.name());
}

/** Told by the words that stand for values in the help. */
function valueFrom(placeholder: string): Value {
  if (/^(?:dir|dataset|a|b)$/.test(placeholder)) return 'folder';
  if (/^(?:file|path|place)$/.test(placeholder)) return 'file';
  return /^[a-z]{2,}(?:\|[a-z]{2,})+$/.test(placeholder) ? placeholder.split('|') : 'any';
}
