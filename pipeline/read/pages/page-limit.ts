import { ReadError } from '../read-error.js';

/**
 * Refuses a file with more pages than one may have.
 * @throws ReadError `too_many_pages`
 */
export function refuseTooManyPages(pages: number, most = Infinity): void {
  if (pages <= most) return;
  throw new ReadError(
    'too_many_pages',
    `The file has ${pages} pages, more than --max-pages allows (${most}). Raise it, or split the file.`,
  );
}
