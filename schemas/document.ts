import { z } from 'zod';
import { At, IsoDate } from './at.js';
import { WarningCode } from './codes.js';

export const Format = z.enum([
  'text',
  'markdown',
  'pdf',
  'html',
  'docx',
  'ofd',
  'xlsx',
  'csv',
  'image',
]);
export type Format = z.infer<typeof Format>;

/** Another document that is cited in 《》. */
export const Reference = z.strictObject({
  title: z
    .string()
    .min(1)
    .describe(
      'Title without 《》, line breaks and inner spaces removed; where only its number is printed, that.',
    ),
  doc_number: z.string().nullable().describe('发文字号 printed beside it, else null.'),
  raw: z.string().min(1).describe('The words as they stand in the text.'),
  at: At,
});
export type Reference = z.infer<typeof Reference>;

/** What a document does, as its title, head and build tell. */
export const Nature = z.enum([
  'directive',
  'regulation',
  'announcement',
  'guide',
  'report',
  'reply',
  'news',
  'list',
  'other',
]);
export type Nature = z.infer<typeof Nature>;

const ruleId = z.string().min(1).nullable();

/** The rules that read the head, by field; null where the field is empty. */
export const HeadRules = z.strictObject({
  title: ruleId.describe('Rule that read the title.'),
  doc_number: ruleId.describe('Rule that read the 发文字号.'),
  issuers: ruleId.describe('Rule that read who signs.'),
  issued_on: ruleId.describe('Rule that read the date.'),
  region: ruleId.describe('Rule that told the place.'),
  nature: ruleId.describe('Rule that told the nature.'),
  effective_on: ruleId.describe('Rule that read since when it holds.'),
  expires_on: ruleId.describe('Rule that read until when it holds.'),
  valid_for: ruleId.describe('Rule that read how long it holds.'),
  supersedes: ruleId.describe('Rule that read what it abolishes.'),
});
export type HeadRules = z.infer<typeof HeadRules>;

/** A head that no rule has read. */
export const NO_HEAD_RULES: HeadRules = {
  title: null,
  doc_number: null,
  issuers: null,
  issued_on: null,
  region: null,
  nature: null,
  effective_on: null,
  expires_on: null,
  valid_for: null,
  supersedes: null,
};

export const Warning = z.strictObject({
  code: WarningCode.describe('What to look at, for programs: docs/codes.md.'),
  message: z.string().min(1).describe('What to look at, for people.'),
  at: At.nullable(),
});
export type Warning = z.infer<typeof Warning>;

/** What the row of a table says of the document in it, by column. */
export const SourceMeta = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);
export type SourceMeta = z.infer<typeof SourceMeta>;

/** One official document (公文). */
export const DocumentRecord = z.strictObject({
  id: z.string().min(1).describe('Stable: the same document read again has the same id.'),
  source: z
    .strictObject({
      uri: z.string().describe('Path as given or found, with forward slashes.'),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('Of the bytes of the file.'),
      format: Format.describe('Told by the content.'),
      bytes: z.int().min(0).describe('Bytes of the file.'),
      page_start: z.int().nullable().describe('First page of the document in it.'),
      page_end: z.int().nullable().describe('Last page.'),
      meta: SourceMeta.optional().describe(
        'The other columns of the row that it stood in; only of rows of tables and web archives.',
      ),
    })
    .describe('The file it was read from.'),
  title: z
    .string()
    .describe('Title as printed, line breaks and inner spaces removed; empty if none.'),
  carries: z.array(z.string()).describe('Titles of what a transmittal notice carries.'),
  doc_number: z.string().nullable().describe('发文字号 as printed, without inner spaces.'),
  issuers: z.array(z.string()).describe('Bodies that sign, in order, full names as signed.'),
  issued_on: IsoDate.nullable().describe('成文日期.'),
  stage: z.enum(['draft', 'final']).describe('draft for 征求意见稿, 草案, 送审稿.'),
  genre: z.string().nullable().describe('文种 as the title says: 通知, 实施方案, 条例 …'),
  region: z.string().nullable().describe('Place whose government the document binds.'),
  index_number: z.string().nullable().describe("索引号 of a government page's head."),
  subject: z.string().nullable().describe("主题分类 of a government page's head."),
  published_on: IsoDate.nullable().describe("发布日期 of a government page's head."),
  nature: Nature.describe(
    'What it does: tells bodies what to do (directive), sets rules in articles (regulation), tells the public (announcement), explains (guide) …',
  ),
  effective_on: IsoDate.nullable().describe('Day from which it holds, where the text gives one.'),
  expires_on: IsoDate.nullable().describe('Last day on which it holds, where the text gives one.'),
  valid_for: z
    .string()
    .regex(/^P\d+(?:Y|M|D)$/)
    .nullable()
    .describe('How long it holds, as the text says: 有效期3年 is P3Y.'),
  supersedes: z.array(Reference).describe('Documents that it abolishes or replaces.'),
  same_as: z
    .array(z.string().min(1))
    .describe('Ids of other documents of the dataset that are the same notice elsewhere.'),
  copy_of: z
    .string()
    .min(1)
    .nullable()
    .describe(
      'Of these, the one that stands for all where each notice is counted once; null for that one, and for a document without copies.',
    ),
  rules: HeadRules.describe('Ids of the rules that read the head.'),
  references: z.array(Reference).describe('Other documents that it cites in 《》.'),
  counts: z
    .strictObject({
      tasks: z.int().min(0).describe('Tasks found in it.'),
      targets: z.int().min(0).describe('Targets found in it.'),
      tables: z.int().min(0).describe('Tables found in it.'),
    })
    .describe('What was found in it.'),
  coverage: z
    .strictObject({
      clauses: z.int().min(0).describe('Responsibility clauses seen.'),
      clauses_attached: z.int().min(0).describe('Of these, given to a task.'),
      chars: z.int().min(0).describe('Characters of the text, white space left out.'),
      chars_unassigned: z.int().min(0).describe('Of these, in no record and no known part.'),
    })
    .describe('The self-check.'),
  warnings: z.array(Warning).describe('What a person should look at.'),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;
