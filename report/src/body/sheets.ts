/** A cell of what is shown: words, a number, and where it leads on the page. */
export interface Cell {
  readonly value: string | number;
  readonly address?: string;
}

/** A table of a page, drawn and downloaded from the same cells. */
export interface Sheet {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const cell = (value: string | number | null, address?: string): Cell => ({
  value: value ?? '',
  ...(address === undefined ? {} : { address }),
});

/** The sheets as one Markdown text. */
export function markdownOf(title: string, sheets: readonly Sheet[]): string {
  const escaped = (value: string | number): string =>
    String(value).replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/\s+/g, ' ');
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map(escaped).join(' | ')} |`;
  const parts = sheets.map(({ title: name, heads, rows }) =>
    [
      `## ${name}`,
      '',
      line(heads),
      line(heads.map(() => '---')),
      ...rows.map((row) => line(row.map(({ value }) => value))),
    ].join('\n'),
  );
  return `# ${title}\n\n${parts.join('\n\n')}\n`;
}

/** The sheets as rows of one table: the sheet's name first, heads before each sheet. */
export const plainRows = (sheets: readonly Sheet[]): (string | number)[][] =>
  sheets.flatMap(({ title, heads, rows }, index) => [
    ...(index > 0 ? [[]] : []),
    [title],
    [...heads],
    ...rows.map((row) => row.map(({ value }) => value)),
  ]);
