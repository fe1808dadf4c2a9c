/**
 * What a body leads that falls due before a day, the soonest first:
 * node examples/due-before.mjs output 2026-01-01 温州市市场监督管理局
 */
import { openDataset } from 'gongwen';

const [folder = 'output', before = '2026-01-01', body] = process.argv.slice(2);
const dataset = await openDataset(folder);
const due = [];
for await (const task of dataset.tasks) {
  const leads = task.units.some(
    ({ role, name, canonical }) =>
      role === 'lead' && (body === undefined || body === canonical || body === name),
  );
  if (!leads) continue;
  for (const { raw, end } of task.deadlines) {
    if (end !== null && end < before) due.push({ end, raw, title: task.title });
  }
}
due.sort((one, other) => one.end.localeCompare(other.end));
for (const { end, raw, title } of due) console.log(`${end}  ${title}（${raw}）`);
