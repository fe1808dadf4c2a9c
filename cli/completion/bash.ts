import { type CompletedCommand, everyCommand, type Value } from './tree.js';

/** A script that lets bash (4 or later) complete the program's commands. */
export function bashScript(program: CompletedCommand): string {
  const commands = everyCommand(program);
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap(({ names, value, isOptional }) =>
      value === null || isOptional
        ? []
        : `    ${patterns(names.map((name) => `${pathOf(path)} ${name}`))}) ${completed(value)}; return ;;`,
    ),
  );
  const words = commands.map(
    ({ path, options, commands: subcommands, argument }) =>
      `    ${quoted(pathOf(path))}) options=${quoted(options.flatMap(({ names }) => names).join(' '))}; commands=${quoted(wordsAfter(subcommands, argument).join(' '))}; argument=${quoted(kindOf(argument))} ;;`,
  );
  const paths = commands.filter(({ path }) => path.length > 0).map(({ path }) => pathOf(path));
  return `# bash completion of gongwen; load it with: source <(gongwen completion bash)
_gongwen() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local path='' options='' commands='' argument='' index
  COMPREPLY=()
  # Bash takes --out=data apart.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $previous == '=' ]]; then
    previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$path \${COMP_WORDS[index]}" in
    ${patterns(paths)}) path="$path \${COMP_WORDS[index]}" ;;
    esac
  done
  case "$path $previous" in
${values.join('\n')}
  esac
  case "$path" in
${words.join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ -n $commands ]]; then
    COMPREPLY=($(compgen -W "$commands" -- "$current"))
  elif [[ $argument == folder ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
  elif [[ $argument == file ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -F _gongwen gongwen
`;
}

/** What may come next: commands below it, or the values of its argument. */
const wordsAfter = (
  commands: readonly CompletedCommand[],
  argument: Value | null,
): readonly string[] =>
  commands.length === 0 && typeof argument === 'object' && argument !== null
    ? argument
    : commands.map(({ path }) => path.at(-1)!);

const pathOf = (path: readonly string[]): string => path.map((word) => ` ${word}`).join('');

const patterns = (words: readonly string[]): string => words.map(quoted).join(' | ');

const kindOf = (value: Value | null): string => (typeof value === 'string' ? value : '');

function completed(value: Value): string {
  if (value === 'any') return 'true';
  if (value === 'folder' || value === 'file') {
    const flag = value === 'folder' ? '-d' : '-f';
    return `compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen ${flag} -- "$current")`;
  }
  return `COMPREPLY=($(compgen -W ${quoted(value.join(' '))} -- "$current"))`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
