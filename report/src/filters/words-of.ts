import { folded } from '../../../pipeline/emit/search-terms.js';
import { nameOf, type Row, type TaskRow } from '../data/model.js';

const haystacks = new WeakMap<Row, string>();

/** All words by which a row can be found, folded. */
export function haystackOf(row: Row): string {
  const known = haystacks.get(row);
  if (known !== undefined) return known;
  const { title, doc_number: number, region } = row.doc.record;
  const words = [...wordsOf(row), title, number ?? '', region ?? ''];
  const haystack = words.map(folded).join('\n');
  haystacks.set(row, haystack);
  return haystack;
}

function wordsOf(row: Row): string[] {
  switch (row.kind) {
    case 'task':
      return taskWords(row);
    case 'target': {
      const { indicator, raw, units, value, unit } = row.record;
      return [indicator, raw, `${value}${unit ?? ''}`, ...units, ...row.tasks.map(nameOf)];
    }
    case 'parameter': {
      const { indicator, raw, value, unit } = row.record;
      return [indicator ?? '', raw, `${value}${unit ?? ''}`, ...(row.task ? [taskText(row)] : [])];
    }
    case 'deadline':
      return [row.record.raw, ...taskWords(row.task)];
    case 'warning':
      return [row.record.code, row.record.message];
  }
}

const taskText = ({ task }: { readonly task: TaskRow | null }): string => task?.record.text ?? '';

function taskWords({ record, bodies: known }: TaskRow): string[] {
  const { number, path, title, text, units, deadlines, keywords } = record;
  const names = units.flatMap(({ name, canonical }) => [name, canonical ?? '']);
  const places = known.flatMap((body) => body?.region ?? []);
  const dates = deadlines.map(({ raw }) => raw);
  return [number ?? '', ...path, title, text, ...names, ...places, ...dates, ...keywords];
}
