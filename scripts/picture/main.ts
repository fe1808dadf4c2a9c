import { writeFileSync } from 'node:fs';
import { drawReviewPage } from './page-pictures.js';
import { recordPicture } from './record-picture.js';
import { shownRecord } from './shown-record.js';

writeFileSync('docs/record.svg', recordPicture(await shownRecord()));
await drawReviewPage('docs');
