import { type CompletedCommand, everyCommand, type Value } from './tree.js';

/** A script that lets zsh complete the program's commands, with what they mean. */
export function zshScript(program: CompletedCommand): string {
  const functions = everyCommand(program).map(functionOf);
  return `#compdef gongwen
# zsh completion of gongwen; load it with: source <(gongwen completion zsh)
${functions.join('\n')}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _gongwen "$@"
else
  compdef _gongwen gongwen
fi
`;
}

function functionOf({ path, options, argument, commands }: CompletedCommand): string {
  const specs = options.map(({ names, summary, value, isOptional }) => {
    const described = `[${escaped(summary)}]`;
    const action = value === null ? '' : `${isOptional ? '::' : ':'}value:${actionOf(value)}`;
    const all = names.length > 1 ? `'(${names.join(' ')})'{${names.join(',')}}` : `'${names[0]}'`;
    return `${all}'${described}${action}'`;
  });
  const lines = specs.map((spec) => `    ${spec} \\`);
  const name = nameOf(path);
  if (commands.length === 0) {
    const rest = argument === null ? "'*:: :'" : `'*:argument:${actionOf(argument)}'`;
    return `${name}() {\n  _arguments -s -S \\\n${lines.join('\n')}\n    ${rest}\n}`;
  }
  const described = commands.map((each) => `    '${each.path.at(-1)}:${escaped(each.summary)}'`);
  const calls = commands.map((each) => `      ${each.path.at(-1)}) ${nameOf(each.path)} ;;`);
  return `${name}() {
  local line state
  local -a commands=(
${described.join('\n')}
  )
  _arguments -C -s -S \\
${lines.join('\n')}
    '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $line[1] in
${calls.join('\n')}
      esac ;;
  esac
}`;
}

const nameOf = (path: readonly string[]): string => ['_gongwen', ...path].join('_');

function actionOf(value: Value): string {
  if (value === 'folder') return '_files -/';
  if (value === 'file') return '_files';
  return value === 'any' ? ' ' : `(${value.join(' ')})`;
}

/** In a word in single quotes that zsh reads as a specification. */
const escaped = (text: string): string =>
  text.replace(/[\\[\]:]/g, '\\$&').replaceAll("'", `'\\''`);
