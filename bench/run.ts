/**
 * Measures speed and memory: `npm run bench [-- --json] [-- --rounds N]` the pipeline against nodejieba.tag on the
 * same texts, `npm run bench -- exports` (containers, load, pdf, postgresql, queue, service) another subject.
 */
const [subject, ...rest] = process.argv.slice(2);
if (subject === 'containers') await (await import('./containers.js')).benchContainers(rest);
else if (subject === 'exports') await (await import('./exports.js')).benchExports(rest);
else if (subject === 'pdf') await (await import('./pdf.js')).benchPdf(rest);
else if (subject === 'load') await (await import('./load.js')).benchLoad(rest);
else if (subject === 'postgresql') await (await import('./postgresql.js')).benchPostgresql(rest);
else if (subject === 'queue') await (await import('./queue.js')).benchQueue(rest);
else if (subject === 'service') await (await import('./service.js')).benchService(rest);
else await (await import('./texts.js')).benchTexts(process.argv.slice(2));
