/**
 * What a new edition changed, as a list for a message:
 * node examples/what-changed.mjs former latter
 */
import { diff } from 'gongwen';

const [former, latter] = process.argv.slice(2);
if (latter === undefined)
  throw new Error('Name two datasets: node examples/what-changed.mjs former latter');
for await (const { change, document } of diff(former, latter)) {
  const what = change.change === 'changed' ? change.summary : change.change;
  console.log(`${document}: ${change.title ?? change.id}: ${what}`);
}
