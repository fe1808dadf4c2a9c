import type { Reject } from '../schemas/reject.js';
import { clean } from './clean/index.js';
import { convertNotice, type NoticeContext } from './convert-notice.js';
import type {
  ConvertedDocument,
  ConvertInput,
  ConvertOptions,
  ConvertResult,
  Environment,
  Stage,
} from './converted.js';
import { redactContacts } from './emit/redact-contacts.js';
import { coverYearOf } from './extract/document-year.js';
import { looksLikeUnit } from './lexicon/units.js';
import { append } from './model/append.js';
import type { SourceDocument } from './model/document.js';
import type { TextBlock } from './model/outline.js';
import { warningsOfNotices } from './notice-warnings.js';
import { splitNotices } from './outline/notices/index.js';
import { readSource } from './read/index.js';
import type { OutsideTools } from './read/outside-tools.js';
import { ReadError } from './read/read-error.js';
import { Identifiers } from './refine/identify.js';
import { withKeywords } from './refine/keywords.js';
import { withRecognition } from './refine/recognition.js';
import { withTables } from './tables/find-tables.js';
import { validateDocument } from './validate/records.js';

export type { ConvertedDocument, ConvertInput, ConvertOptions, ConvertResult, Environment };

/**
 * The whole path from bytes to validated records: pure, no disk, no clock, no network. Bytes that
 * cannot be read give a reject, never an exception.
 */
export async function convert(
  input: ConvertInput,
  options: ConvertOptions,
  environment: Environment = {},
): Promise<ConvertResult> {
  const { tools, onNotice, onStage = () => {}, wholeDictionary = false } = environment;
  try {
    const { read, blocks } = await cleanBlocks(input, options, tools, onStage);
    const notices = splitNotices(read.source, blocks, read.format);
    onStage('outline');
    const context: NoticeContext = {
      input,
      options,
      read,
      identifiers: new Identifiers(),
      coverYear: coverYearOf(blocks, notices[0]?.offset ?? 0),
      ...(onNotice && { onNotice }),
    };
    const warnings = warningsOfNotices(read, notices);
    const drafted = notices.map((notice, index) =>
      convertNotice(notice, context, warnings[index]!),
    );
    onStage('extract');
    const keyed = options.keywords === false ? drafted : withKeywords(drafted, wholeDictionary);
    onStage('keywords');
    const rejects: Reject[] = [];
    const documents: ConvertedDocument[] = [];
    for (const [index, plain] of keyed.entries()) {
      const converted = withRecognition(plain, read.recognised ?? [], notices[index]!.offset);
      const shown = options.redactContacts ? redactContacts(converted) : converted;
      const validated = validateDocument(shown);
      if (validated.converted) documents.push(validated.converted);
      append(rejects, validated.rejects);
    }
    onStage('validate');
    return { documents, rejects };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { documents: [], rejects: [readReject(input, error)] };
  }
}

/**
 * What was read, its blocks cleaned. They as the reader gave them are left out of what goes on: those
 * of a large table take a quarter of all memory.
 */
async function cleanBlocks(
  input: ConvertInput,
  options: ConvertOptions,
  tools: OutsideTools | undefined,
  onStage: (stage: Stage) => void,
): Promise<{ readonly read: SourceDocument; readonly blocks: TextBlock[] }> {
  const read = await readSource({ bytes: input.bytes, name: input.uri }, options, tools);
  onStage('read');
  const tabled = withTables(read, { looksLikeUnit });
  onStage('tables');
  const blocks = clean(tabled);
  onStage('clean');
  return { read: { ...tabled, blocks: [] }, blocks };
}

function readReject(input: ConvertInput, error: ReadError): Reject {
  return {
    uri: input.uri,
    sha256: input.sha256,
    stage: 'read',
    code: error.code,
    message: error.message,
    document_id: null,
  };
}
