import { Command } from 'commander';
import { CorrectionsError, readCorrections } from '../workers/corrections/read-corrections.js';
import { NoAssetsError, writeReport } from '../workers/report/index.js';
import { PageImagesError } from '../workers/report/page-images/index.js';
import { NoDatasetError } from '../workers/validate-dataset.js';
import { asUsageError } from './dataset-errors.js';
import { UsageError } from './exit-status.js';
import { pageImageBytes, saysOfPictures } from './page-images.js';
import { printable } from './printable.js';

const EXAMPLES = `
Examples:
  $ gongwen report output                           writes output/report/index.html
  $ gongwen report output --corrections c.jsonl     with decisions made in an earlier page
  $ gongwen report output --page-images             with pictures of PDF and OFD pages beside it

The page opens from disk in a browser and needs no network.`;

interface Flags {
  all?: boolean;
  corrections?: string;
  keepCopies?: boolean;
  pageImages?: true;
  pageImagesBytes: number;
  password?: string;
  quiet?: true;
}

/** `gongwen report DIR` */
export function reportCommand(parent: Command): Command {
  return new Command('report')
    .copyInheritedSettings(parent)
    .description(
      'Writes report/index.html into a dataset: its texts with every value highlighted, the records, pictures, and what needs eyes.',
    )
    .argument('<dir>', 'folder of the dataset')
    .option('--corrections <file>', 'show these corrections in the page')
    .option('--keep-copies', 'show documents that are copies of others too, and count them')
    .option('--all', 'show every document, also where a browser takes long to open them')
    .option(
      '--page-images',
      'draw the pages of PDF and OFD files and pictures, with the values boxed',
    )
    .addOption(pageImageBytes())
    .option('--password <word>', 'open encrypted PDF files with this password, to draw them')
    .option('-q, --quiet', 'do not print where the page is')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(
  folder: string,
  { corrections: file, keepCopies = false, all = false, quiet, ...flags }: Flags,
): Promise<void> {
  try {
    const corrections = file === undefined ? [] : readCorrections(file).corrections;
    const pictures = flags.pageImages && {
      pageImages: { most: flags.pageImagesBytes, password: flags.password ?? null },
    };
    const { page, documents, older, copies, pageImages } = await asUsageError(
      () => writeReport(folder, { corrections, keepCopies, all, ...pictures }),
      folder,
    );
    if (!quiet) {
      const left = copies > 0 ? `, ${copies} copies of them left out (--keep-copies)` : '';
      process.stdout.write(`${printable(page)}: ${documents} documents${left}\n`);
      if (older > 0) process.stdout.write(saysOfOlder(folder, older));
      if (pageImages) process.stdout.write(saysOfPictures(pageImages));
    }
  } catch (error) {
    if (
      error instanceof NoDatasetError ||
      error instanceof NoAssetsError ||
      error instanceof PageImagesError ||
      error instanceof CorrectionsError
    ) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}

/** Of a dataset that is too large for a page in a file. */
const saysOfOlder = (folder: string, older: number): string =>
  `${older} older documents are left out, since a browser would take long to open them. Show all with: gongwen serve --dataset NAME=${printable(folder)}, then /v1/datasets/NAME/review; or with --all.\n`;
