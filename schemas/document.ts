import { z } from 'zod';
import { At, IsoDate } from './at.js';

export const Format = z.enum(['text', 'markdown', 'pdf', 'html', 'docx', 'ofd', 'xlsx']);
export type Format = z.infer<typeof Format>;

/** Another document that is cited in 《》. */
export const Reference = z.strictObject({
  title: z.string().min(1).describe('Title without 《》, line breaks and inner spaces removed.'),
  doc_number: z.string().nullable().describe('发文字号 printed beside it, else null.'),
  raw: z.string().min(1).describe('The words as they stand in the text.'),
  at: At,
});
export type Reference = z.infer<typeof Reference>;

export const Warning = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .describe('What to look at, for programs.'),
  message: z.string().min(1).describe('What to look at, for people.'),
  at: At.nullable(),
});
export type Warning = z.infer<typeof Warning>;

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
