/** Entry of a child process that reads the links of pages. */
import { endWithParent } from '../watch-process.js';
import { type PageQuestion, pageAnswer } from './page-answer.js';

process.on('message', (question: PageQuestion) => {
  process.send?.(pageAnswer(question));
});
endWithParent(Number(process.argv[2]));
