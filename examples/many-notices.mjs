/**
 * Many notices with one extractor, two at a time; Ctrl-C stops the work. One line of JSON a notice:
 * node examples/many-notices.mjs notices/*.pdf > counts.jsonl
 */
import { Extractor } from 'gongwen';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort(new Error('stopped')));
const extractor = new Extractor({ jobs: 2, timeout: 60 });
const paths = process.argv.slice(2);

async function work() {
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const { documents, tasks, targets, rejects } = await extractor.extract(path, {
      signal: stop.signal,
    });
    const codes = rejects.map(({ code }) => code);
    const counts = { documents: documents.length, tasks: tasks.length, targets: targets.length };
    console.log(JSON.stringify({ path, ...counts, rejects: codes }));
  }
}

try {
  await Promise.all([work(), work()]);
} finally {
  await extractor.close();
}
