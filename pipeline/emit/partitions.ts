import type { DocumentRecord } from '../../schemas/index.js';
import { PROVINCE_CODES } from '../lexicon/data/province-codes.js';
import { NATION, regionNamed } from '../lexicon/regions.js';
import type { Column } from './flat-columns.js';

/** What tables can be divided by, in the order of their folders. */
export const PARTITION_KEYS = ['region', 'year'] as const;
export type PartitionKey = (typeof PARTITION_KEYS)[number];

/** In what part of a table the rows of a document are. */
export interface Partition {
  /** `r` and the code of the province (GB/T 2260), `r100000` for the country, `r000000` where it is not known. */
  readonly region: string;
  /** Of its date, else of its publication; 0 where neither is known. */
  readonly year: number;
}

/** Where nothing is known of a document. */
export const NO_PARTITION: Partition = { region: 'r000000', year: 0 };

/** The part that a document's rows belong to. Values are ASCII: as names of folders they are what they are. */
export function partitionOf({
  region,
  issued_on: issued,
  published_on: published,
}: Pick<DocumentRecord, 'region' | 'issued_on' | 'published_on'>): Partition {
  const province = region === NATION || region === null ? region : regionNamed(region)?.province;
  const code = PROVINCE_CODES[province ?? ''] ?? '000000';
  return { region: `r${code}`, year: Number((issued ?? published ?? '0').slice(0, 4)) };
}

const column = (name: string, type: Column['type'], description: string): Column => ({
  ...{ name, type, description },
  ...{ nullable: false, filled: true, values: null, path: [] },
});

/** The columns that say in what part a row is; they are in the files, too. */
export const PARTITION_COLUMNS: Readonly<Record<PartitionKey, Column>> = {
  region: column(
    'part_region',
    'text',
    'Province: r and its code (GB/T 2260); r100000: the country, r000000: not known.',
  ),
  year: column('part_year', 'integer', 'Year of the date, else of publication; 0: not known.'),
};
