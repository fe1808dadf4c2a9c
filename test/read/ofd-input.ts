import type { SourceDocument } from '../../pipeline/model/document.js';
import { ofdReader } from '../../pipeline/read/ofd/ofd-reader.js';
import { NO_TOOLS, type OutsideTools } from '../../pipeline/read/outside-tools.js';
import { ReaderInput, type ReadOptions } from '../../pipeline/read/reader.js';
import { type ZipFile, zip } from './archive-input.js';

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** An element of the OFD namespace; its inner elements are written without their prefix. */
const xml = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:${root} ${NAMESPACE}>${inner.replace(/<(\/?)(?=[A-Z])/g, '<$1ofd:')}</ofd:${root}>`;

/** What a test's OFD holds; pages are given as the objects of their one layer. */
export interface OfdParts {
  readonly pages: readonly string[];
  /** Objects of the template page `T`, used by each page. */
  readonly template?: string;
  readonly resources?: string;
  /** Inside `DocBody`, `Document` and a page, beside what is always there. */
  readonly body?: string;
  readonly document?: string;
  readonly page?: string;
  readonly files?: readonly ZipFile[];
}

const content = (objects: string): string => `<Content><Layer ID="1">${objects}</Layer></Content>`;

/** A small OFD file (210 x 297 mm pages). */
export function ofd(parts: OfdParts): Uint8Array {
  const { pages, template, resources = '', body = '', document = '', page = '' } = parts;
  const use = template === undefined ? '' : '<Template TemplateID="T" ZOrder="Background"/>';
  const templatePage =
    template === undefined ? '' : '<TemplatePage ID="T" BaseLoc="Tpls/T/Content.xml"/>';
  const files: ZipFile[] = [
    {
      name: 'OFD.xml',
      data: xml('OFD', `<DocBody><DocRoot>/Doc_0/Document.xml</DocRoot>${body}</DocBody>`),
    },
    {
      name: 'Doc_0/Document.xml',
      data: xml(
        'Document',
        `<CommonData>${templatePage}<PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea><PublicRes>Res.xml</PublicRes></CommonData><Pages>${pages.map((_, index) => `<Page ID="${index + 100}" BaseLoc="Pages/${index}/Content.xml"/>`).join('')}</Pages>${document}`,
      ),
    },
    {
      name: 'Doc_0/Res.xml',
      data: xml(
        'Res',
        `<Fonts><Font ID="5" FontName="仿宋"/><Font ID="6" FontName="黑体"/></Fonts>${resources}`,
      ),
    },
    ...pages.map((objects, index) => ({
      name: `Doc_0/Pages/${index}/Content.xml`,
      data: xml('Page', `${use}${page}${content(objects)}`),
    })),
  ];
  if (template !== undefined) {
    files.push({ name: 'Doc_0/Tpls/T/Content.xml', data: xml('Page', content(template)) });
  }
  return zip([...files, ...(parts.files ?? [])]);
}

/** An XML file of the package. */
export const ofdFile = (name: string, root: string, inner: string): ZipFile => ({
  name,
  data: xml(root, inner),
});

/** A line of text at (x, y) in millimetres, 5 mm high, each character 5 mm from the last. */
export const textAt = (x: number, y: number, words: string, size = 5): string =>
  `<TextObject ID="9" Font="5" Size="${size}" Boundary="${x} ${y} 160 ${size + 1}"><TextCode X="0" Y="${size}" DeltaX="g ${Math.max(1, [...words].length - 1)} ${size}">${words}</TextCode></TextObject>`;

/** A stroked line in millimetres. */
export const lineFrom = (x0: number, y0: number, x1: number, y1: number): string =>
  `<PathObject ID="8" Boundary="0 0 210 297"><AbbreviatedData>M ${x0} ${y0} L ${x1} ${y1}</AbbreviatedData></PathObject>`;

export const readOfd = (
  bytes: Uint8Array,
  options: Partial<ReadOptions> = {},
  tools: OutsideTools = NO_TOOLS,
): Promise<SourceDocument> =>
  ofdReader.read(new ReaderInput(bytes, 'a.ofd', { encoding: null, ...options }, tools));
