import { stringify } from 'csv-stringify/browser/esm/sync';
import writeXlsxFile from 'write-excel-file/universal';
import { calendarOf, type Entry } from '../../../pipeline/emit/calendar.js';
import { h } from '../element.js';
import { say } from '../words/language.js';
import { markdownOf, plainRows, type Sheet } from './sheets.js';

/** What is downloaded from a page of tables. */
export interface Shown {
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly entries: readonly Entry[];
}

/** Buttons that download exactly what is shown, each in one format. */
export function downloads(shown: Shown): HTMLElement {
  const button = (word: 'csv' | 'xlsx' | 'md' | 'ics', content: () => Promise<Blob>): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        class: `save-${word}`,
        on: { click: async () => save(await content(), `${shown.title}.${word}`) },
      },
      say(`save_${word}`),
    );
  return h(
    'div',
    { class: 'downloads', role: 'group', 'aria-label': say('save_label') },
    h('span', {}, say('save_label')),
    button('csv', async () => csvOf(shown)),
    button('xlsx', () => xlsxOf(shown)),
    button(
      'md',
      async () => new Blob([markdownOf(shown.title, shown.sheets)], { type: 'text/markdown' }),
    ),
    button('ics', async () => {
      const text = calendarOf(shown.title, shown.entries, new Date());
      return new Blob([text], { type: 'text/calendar' });
    }),
  );
}

/** With a byte order mark, by which Excel knows UTF-8; what looks like a formula is made harmless. */
function csvOf({ sheets }: Shown): Blob {
  const text = stringify(plainRows(sheets), { escape_formulas: true, record_delimiter: '\r\n' });
  return new Blob(['\uFEFF', text], { type: 'text/csv' });
}

/** A sheet a table; words stay words, whatever they look like. */
async function xlsxOf({ sheets }: Shown): Promise<Blob> {
  const made = sheets.map(({ title, heads, rows }) => ({
    sheet: title.slice(0, 31),
    data: [
      heads.map((value) => ({
        value,
        type: String as StringConstructor,
        fontWeight: 'bold' as const,
      })),
      ...rows.map((row) =>
        row.map(({ value }) =>
          typeof value === 'number'
            ? { value, type: Number as NumberConstructor }
            : { value: value.slice(0, 32_000), type: String as StringConstructor },
        ),
      ),
    ],
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(made).toBlob();
}

/** Hands a file over to the browser. */
export function save(content: Blob, name: string): void {
  const href = URL.createObjectURL(content);
  h('a', { href, download: name.replace(/[\\/:*?"<>|\s·]+/g, '_') }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
