import { append } from '../../model/append.js';
import type { SourceDocument } from '../../model/document.js';
import { endsInDocumentNumber } from '../../model/document-number.js';
import { zipNames } from '../archive/zip-names.js';
import { DocumentWriter } from '../document-writer.js';
import { ReadError } from '../read-error.js';
import type { Reader, ReaderInput } from '../reader.js';
import { childrenOf, type XmlElement } from '../xml/xml-element.js';
import { BodyWriter } from './body.js';
import { InlineReader, type NoteReference } from './inline.js';
import { ListDefinitions } from './list-definitions.js';
import { ListNumbers } from './list-numbers.js';
import { ParagraphReader } from './paragraph.js';
import { Styles } from './styles.js';
import { WordPackage } from './word-package.js';

/**
 * Word documents (DOCX, DOCM, DOTX), as Word shows them with all changes accepted: automatic
 * numbers are written before their paragraphs; headers, footers and notes are furniture, but for a
 * header that holds the document's number, which stands above its words; hidden
 * words and comments are left out. There are no pages: where they break is Word's to say.
 */
export const docxReader = {
  format: 'docx',
  sniff: ({ bytes }: ReaderInput): boolean => zipNames(bytes, 'word/'),
  async read({ bytes, storedDates }: ReaderInput): Promise<SourceDocument> {
    const file = await WordPackage.open(bytes);
    const styles = new Styles(await file.part('styles'));
    const lists = new ListDefinitions(await file.part('numbering'), styles);
    const inline = new InlineReader(styles, storedDates);
    const paragraphs = new ParagraphReader(styles, new ListNumbers(lists), inline);
    const notes = {
      footnote: notesOf(await file.part('footnotes')),
      endnote: notesOf(await file.part('endnotes')),
    };
    const apart = new ApartText(styles, lists, storedDates && []);
    const noteWords = ({ kind, id }: NoteReference): string =>
      apart.words(notes[kind].get(id) ?? null);

    const writer = new DocumentWriter();
    const body = new BodyWriter(writer, paragraphs, noteWords);
    const headers = (await file.parts('header')).map((part) => apart.words(part));
    const numbered = headers.find((words) => words.split('\n').some(endsInDocumentNumber));
    for (const line of numbered?.split('\n') ?? []) writer.block('paragraph', line);
    const headed = writer.count;
    await file.readBody((element) => body.write(element));
    body.finish();
    if (writer.count === headed) throw withoutWords(inline.pictures);
    const footers = (await file.parts('footer')).map((part) => apart.words(part));
    for (const words of new Set([...headers, ...footers])) {
      if (words !== numbered) writer.block('furniture', words);
    }
    warnOf(writer, inline, file);
    return writer.document('docx');
  },
} satisfies Reader;

/** Reads the words of notes, headers and footers, which have lists of their own. */
class ApartText {
  private readonly paragraphs: ParagraphReader;

  constructor(styles: Styles, lists: ListDefinitions, storedDates: readonly string[] | null) {
    const inline = new InlineReader(styles, storedDates);
    this.paragraphs = new ParagraphReader(styles, new ListNumbers(lists), inline);
  }

  words(part: XmlElement | null): string {
    const lines: string[] = [];
    const visit = (holder: XmlElement): void => {
      for (const child of holder.children) {
        if (typeof child === 'string' || child.name === 'mc:Fallback') continue;
        if (child.name !== 'w:p') visit(child);
        else {
          const paragraph = this.paragraphs.read(child, false);
          append(lines, paragraph.lines);
          for (const box of paragraph.boxes) visit(box);
        }
      }
    };
    if (part !== null) visit(part);
    return lines.join('\n');
  }
}

function notesOf(part: XmlElement | null): Map<string, XmlElement> {
  const notes = part === null ? [] : childrenOf(part);
  return new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note]));
}

function warnOf(writer: DocumentWriter, inline: InlineReader, file: WordPackage): void {
  if (inline.unknownSymbols > 0) {
    writer.warn('symbols_left_out', String(inline.unknownSymbols));
  }
  if (inline.struck > 0) {
    writer.warn('struck_text_left_out', String(inline.struck));
  }
  for (const date of new Set(inline.restoredDates)) {
    writer.warn('date_field_recomputed', date);
  }
  for (const path of file.brokenParts) {
    writer.warn('part_damaged', path);
  }
  if (file.holdsOtherFiles) {
    writer.warn('inserted_file_not_read', '');
  }
}

function withoutWords(pictures: number): ReadError {
  return pictures > 0
    ? new ReadError(
        'no_text_layer',
        'The Word file holds pictures and no words. Have their characters recognised (OCR) first.',
      )
    : new ReadError('empty', 'The Word file holds no words.');
}
