import { Argument, Command } from 'commander';

const EXAMPLES = `
Examples:
  $ source <(gongwen completion bash)                                       in ~/.bashrc
  $ source <(gongwen completion zsh)                                        in ~/.zshrc, after compinit
  $ gongwen completion fish > ~/.config/fish/completions/gongwen.fish`;

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The commands there are, each with what makes it whole. */
type Commands = Readonly<
  Record<string, { readonly summary: string; load(): Promise<(parent: Command) => Command> }>
>;

/** `gongwen completion`, for the commands of a list. */
export const completionCommand =
  (commands: Commands) =>
  (parent: Command): Command => {
    return new Command('completion')
      .copyInheritedSettings(parent)
      .description('Prints a script that lets a shell complete commands, options and their values.')
      .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(SHELLS))
      .addHelpText('after', EXAMPLES)
      .action((shell: (typeof SHELLS)[number]) => run(parent, commands, shell));
  };

async function run(
  parent: Command,
  commands: Commands,
  shell: (typeof SHELLS)[number],
): Promise<void> {
  const { commandTree } = await import('./completion/tree.js');
  const tree = commandTree(await wholeProgram(parent, commands));
  const script = await scriptOf(shell);
  process.stdout.write(script(tree));
}

/** The program with all commands whole, as it never is where one is run. */
async function wholeProgram(parent: Command, commands: Commands): Promise<Command> {
  const program = new Command(parent.name())
    .copyInheritedSettings(parent)
    .version(parent.version() ?? '', '-V, --version', 'print the version')
    .helpCommand('help [command]', 'print help on a command');
  for (const { summary, load } of Object.values(commands)) {
    program.addCommand((await load())(program).summary(summary));
  }
  return program;
}

async function scriptOf(shell: (typeof SHELLS)[number]) {
  if (shell === 'bash') return (await import('./completion/bash.js')).bashScript;
  if (shell === 'zsh') return (await import('./completion/zsh.js')).zshScript;
  return (await import('./completion/fish.js')).fishScript;
}
