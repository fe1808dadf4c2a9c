/** What is used of Stryker's report. */
export interface StrykerReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly Mutant[];
      }
    >
  >;
}

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

const NOTICED = new Set(['Killed', 'Timeout']);
const UNNOTICED = new Set(['Survived', 'NoCoverage']);
const LONGEST = 60;

/** The score of each file, the worst first, and the changes that no test noticed, in those files first. */
export function mutationReport({ files }: StrykerReport, most: number): string {
  const scored = Object.entries(files)
    .map(([path, { source, mutants }]) => ({
      path,
      source,
      noticed: mutants.filter(({ status }) => NOTICED.has(status)).length,
      unnoticed: mutants.filter(({ status }) => UNNOTICED.has(status)),
    }))
    .filter(({ noticed, unnoticed }) => noticed + unnoticed.length > 0)
    .sort((a, b) => b.unnoticed.length - a.unnoticed.length);
  const lines = scored.flatMap(({ path, source, unnoticed }) =>
    unnoticed.map((mutant) => `${path}:${lineOf(mutant, source)}`),
  );
  const noticed = scored.reduce((sum, file) => sum + file.noticed, 0);
  const others = lines.length - most;
  return [
    ...scored.map(
      ({ path, noticed: good, unnoticed }) =>
        `${shareOf(good, unnoticed.length).padStart(6)} %  ${unnoticed.length} unnoticed  ${path}`,
    ),
    '',
    ...lines.slice(0, most),
    ...(others > 0 ? [`… and ${others} more`] : []),
    '',
    `score: ${shareOf(noticed, lines.length)} % of ${noticed + lines.length} changes noticed`,
  ].join('\n');
}

const shareOf = (noticed: number, unnoticed: number): string =>
  ((100 * noticed) / Math.max(1, noticed + unnoticed)).toFixed(1);

function lineOf(
  { location, status, mutatorName, replacement = '' }: Mutant,
  source: string,
): string {
  const { start, end } = location;
  const line = source.split('\n')[start.line - 1] ?? '';
  const was = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
  const to = replacement.replace(/\s+/g, ' ').slice(0, LONGEST);
  const reach = status === 'NoCoverage' ? ' (no test comes there)' : '';
  return `${start.line} ${mutatorName}: ${was.trim().slice(0, LONGEST)} → ${to}${reach}`;
}
