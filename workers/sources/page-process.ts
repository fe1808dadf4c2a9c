/** Entry of a child process that reads the links of pages. */
import { watchThisProcess } from '../watch-process.js';
import { type PageQuestion, pageAnswer } from './page-answer.js';

process.on('message', (question: PageQuestion) => {
  process.send?.(pageAnswer(question));
});
// Ctrl-C reaches every process of the terminal; the parent decides what becomes of its children.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
watchThisProcess(Number(process.argv[2]));
