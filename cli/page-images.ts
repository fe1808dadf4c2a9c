import { Option } from 'commander';
import { type DrawnPages, MOST_PICTURES } from '../workers/report/page-images/index.js';
import { bytes } from './option-values.js';
import { printable } from './printable.js';

const MEBIBYTE = 2 ** 20;

/** How much the pictures of pages may take. */
export const pageImageBytes = (): Option =>
  new Option(
    '--page-images-bytes <n>',
    'bytes that the pictures of pages may have in all (default: 200m)',
  )
    .argParser(bytes)
    .default(MOST_PICTURES, '200m');

const WITHOUT: Readonly<Record<string, string>> = {
  fonts: 'since the file lacks fonts',
  room: 'since there was no more room (--page-images-bytes)',
  fault: 'since they cannot be drawn',
};
/** Files that are named one by one. */
const MOST_NAMED = 20;

/** What became of the pictures of pages, a line each. */
export function saysOfPictures({ pictures, bytes: size, without, failed }: DrawnPages): string {
  const lines = [`Pictures of ${pictures} pages, ${(size / MEBIBYTE).toFixed(1)} MiB`];
  for (const [why, count] of Object.entries(without)) {
    lines.push(`${count} pages show their words without a picture, ${WITHOUT[why]}`);
  }
  for (const { uri, says } of failed.slice(0, MOST_NAMED)) {
    lines.push(`No pictures of ${printable(uri)}: ${printable(says)}`);
  }
  if (failed.length > MOST_NAMED) lines.push(`and of ${failed.length - MOST_NAMED} files more`);
  return `${lines.join('\n')}\n`;
}
