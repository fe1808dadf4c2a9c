/**
 * Where every target over a value stands in its text, with the rule that read it:
 * node examples/show-source.mjs output % 95
 */
import { openDataset } from 'gongwen';

const [folder = 'output', unit = '%', least = '95'] = process.argv.slice(2);
const dataset = await openDataset(folder);
const texts = new Map();
for await (const target of dataset.targets) {
  if (target.unit !== unit || target.value === null || target.value < Number(least)) continue;
  const { document_id, at, indicator, op, value, rule } = target;
  if (!texts.has(document_id)) texts.set(document_id, await dataset.text(document_id));
  const text = texts.get(document_id);
  const line = text.slice(0, at.start).split('\n').length;
  const around = text.slice(Math.max(0, at.start - 12), at.end + 4).replaceAll('\n', ' ');
  console.log(`${indicator ?? '?'} ${op} ${value}${unit}  line ${line}: …${around}…  (${rule})`);
}
