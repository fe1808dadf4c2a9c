import { type CompletedCommand, everyCommand } from './tree.js';

/** A script that lets fish complete the program's commands, with what they mean. */
export function fishScript(program: CompletedCommand): string {
  const commands = everyCommand(program);
  const paths = commands.filter(({ path }) => path.length > 0).map(({ path }) => path.join(' '));
  return `# fish completion of gongwen; load it with: gongwen completion fish | source
function __gongwen_at
    set -l found
    for word in (commandline -opc)[2..-1]
        if contains -- (string join -- ' ' $found $word) ${paths.map(quoted).join(' ')}
            set -a found $word
        end
    end
    set -l path (string join -- ' ' $found)
    test "$path" = "$argv[1]"
end
complete -c gongwen -f
${commands.flatMap(linesOf).join('\n')}
`;
}

function linesOf({ path, options, argument, commands }: CompletedCommand): string[] {
  const at = `complete -c gongwen -n ${quoted(`__gongwen_at ${quoted(path.join(' '))}`)}`;
  return [
    ...commands.map((each) => `${at} -a ${each.path.at(-1)} -d ${quoted(each.summary)}`),
    ...options.map(({ names, summary, value, isOptional }) => {
      const flags = names.map((name) =>
        name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
      );
      const action =
        value === null || isOptional
          ? ''
          : value === 'file' || value === 'folder'
            ? ' -r -F'
            : value === 'any'
              ? ' -x'
              : ` -x -a ${quoted(value.join(' '))}`;
      return `${at} ${flags.join(' ')}${action} -d ${quoted(summary)}`;
    }),
    ...(argument === 'file' || argument === 'folder' ? [`${at} -F`] : []),
    ...(typeof argument === 'object' && argument !== null
      ? [`${at} -a ${quoted(argument.join(' '))}`]
      : []),
  ];
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
