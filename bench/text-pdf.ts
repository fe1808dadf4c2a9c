/** A page of a written PDF file: operators of its content stream, and entries of its dictionary. */
export interface WrittenPage {
  readonly content: string;
  /** In points; A4 upright where left out. */
  readonly size?: readonly [number, number];
  readonly rotate?: number;
}

/** Entries put into the trailer or left out, to make files that are not whole. */
export interface WrittenFile {
  readonly pages: readonly WrittenPage[];
  /** Another font under the name /F2: a dictionary. */
  readonly secondFont?: string;
  /** Layers under the names /L1, /L2 …: whether each is shown. */
  readonly layers?: readonly boolean[];
}

const A4 = [595.28, 841.89] as const;

/**
 * Operators that write a line of text in the font /F1: Song that is not embedded, in the encoding
 * UniGB-UCS2-H, as many official files have it. `x` and `y` count from the lower left corner.
 */
export function textLine(x: number, y: number, size: number, text: string): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET\n`;
}

/** UTF-16BE in hexadecimal digits. */
export function hex(text: string): string {
  let digits = '';
  for (let at = 0; at < text.length; at++) {
    digits += text.charCodeAt(at).toString(16).padStart(4, '0');
  }
  return digits;
}

/** The bytes of a PDF file with a table of objects, uncompressed. */
export function writtenPdf({ pages, secondFont, layers = [] }: WrittenFile): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    secondFont ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const groups = layers.map((_, index) => `${objects.length + 1 + index} 0 R`);
  for (const index of layers.keys()) objects.push(`<< /Type /OCG /Name (L${index + 1}) >>`);
  const off = groups.filter((_, index) => !layers[index]);
  const named = groups.map((group, index) => `/L${index + 1} ${group}`).join(' ');
  const properties = layers.length > 0 ? ` /Properties << ${named} >>` : '';
  if (layers.length > 0) {
    objects[0] = `<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [${groups.join(' ')}] /D << /OFF [${off.join(' ')}] >> >> >>`;
  }
  const kids: string[] = [];
  for (const { content, size = A4, rotate = 0 } of pages) {
    const number = objects.length + 1;
    kids.push(`${number} 0 R`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size[0]} ${size[1]}] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R /F2 6 0 R >>${properties} >> /Contents ${number + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`;
  return bytesOf(objects);
}

function bytesOf(objects: readonly string[]): Uint8Array {
  const parts = ['%PDF-1.4\n'];
  const places: number[] = [];
  let length = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    places.push(length);
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(part);
    length += part.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Uint8Array.from(parts.join(''), (character) => character.charCodeAt(0));
}

/**
 * A text set as official documents are: 22 lines of 28 characters a page, first lines indented, page
 * numbers outside.
 */
export function documentPages(text: string, count: number): WrittenPage[] {
  const [across, down, size] = [28, 22, 16];
  const lines: { readonly indent: number; readonly words: string }[] = [];
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  for (let index = 0; lines.length < count * down; index++) {
    const paragraph = paragraphs[index % paragraphs.length]!.trim();
    for (let at = 0; at < paragraph.length; ) {
      const indent = at === 0 ? 2 : 0;
      const words = paragraph.slice(at, at + across - indent);
      lines.push({ indent, words });
      at += words.length;
    }
  }
  return Array.from({ length: count }, (_, page) => {
    const own = lines.slice(page * down, (page + 1) * down);
    const body = own.map(({ indent, words }, index) =>
      textLine(79 + indent * size, 720 - index * 28, size, words),
    );
    const number = textLine(page % 2 === 0 ? 450 : 79, 60, 14, `— ${page + 1} —`);
    return { content: body.join('') + number };
  });
}
