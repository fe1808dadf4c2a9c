import { z } from 'zod';

const HttpUrl = z
  .url({ protocol: /^https?$/, error: 'an http or https address' })
  .meta({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' });

const schedule = {
  every: z
    .int()
    .min(1000)
    .optional()
    .describe('Milliseconds from one round to the next; not with cron.'),
  cron: z.string().min(1).optional().describe('Cron expression of the rounds; not with every.'),
  timezone: z.string().min(1).default('Asia/Shanghai').describe('Time zone of the expression.'),
};

const common = {
  name: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u, 'letters, digits, - and _, at most 64')
    .describe('What the source is called.'),
  out: z.string().min(1).nullable().default(null).describe('Folder of its dataset, absolute.'),
  attachments: z.boolean().default(true).describe('Whether attachments are fetched too.'),
  ...schedule,
};

/** Where notices come from, and when it is looked at again. */
export const Source = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('folder'),
      path: z.string().min(1).describe('Absolute path.'),
      ...common,
    }),
    z.strictObject({
      kind: z.literal('list'),
      path: z
        .string()
        .min(1)
        .describe('Absolute path of a file of paths and addresses, one a line.'),
      ...common,
    }),
    z.strictObject({
      kind: z.literal('url'),
      url: HttpUrl.describe('Address of a document.'),
      ...common,
    }),
    z.strictObject({
      kind: z.literal('listing'),
      url: HttpUrl.describe('Address of the first page of a list of documents.'),
      links: z.string().min(1).describe('CSS selector of the links, or of what holds them.'),
      next: z.string().min(1).nullable().default(null).describe('CSS selector of the next page.'),
      encoding: z
        .string()
        .nullable()
        .default(null)
        .describe('Of the listing pages; null: told by them.'),
      max_pages: z.int().min(1).max(10_000).default(20).describe('Listing pages read in a round.'),
      ...common,
    }),
  ])
  .refine(({ every, cron }) => every === undefined || cron === undefined, {
    error: 'either every or cron, not both',
    path: ['cron'],
  })
  .refine(({ every, cron, out }) => (every ?? cron) === undefined || out !== null, {
    error: 'needed for a source with a schedule',
    path: ['out'],
  })
  .meta({
    description:
      'Where notices come from: a folder, a list, an address or a listing page, and when it is looked at again.',
    // What a JSON Schema made from the rules above would not say.
    not: { required: ['every', 'cron'] },
    if: { anyOf: [{ required: ['every'] }, { required: ['cron'] }] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['out'], properties: { out: { type: 'string' } } },
  });
export type Source = z.output<typeof Source>;
