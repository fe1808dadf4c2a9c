/**
 * Who must do what by when, of one notice: node examples/one-notice.mjs notice.pdf
 */
import { extract } from 'gongwen';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name a notice: node examples/one-notice.mjs notice.pdf');
const { documents, tasks, rejects } = await extract(path);

for (const { code, message } of rejects) console.error(`${path}: ${code}: ${message}`);
for (const document of documents) {
  console.log(`${document.title} (${document.doc_number ?? 'no number'})`);
  for (const task of tasks.filter(({ document_id }) => document_id === document.id)) {
    const bodies = task.units.map(({ name, role }) => `${name} (${role})`).join(', ');
    const days = task.deadlines.map(({ raw }) => raw).join(', ');
    console.log(`- ${task.title} | ${bodies || '–'} | ${days || '–'}`);
  }
}
process.exitCode = rejects.length > 0 ? 1 : 0;
