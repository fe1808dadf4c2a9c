import type { PageContent } from '../../layout/page.js';
import { Archive } from '../archive/archive.js';
import type { PageDrawing } from '../pages/page-drawing.js';
import type { PageFault } from '../pages/page-fault.js';
import type { PagePictures, Picture } from '../pages/picture.js';
import type { ReadPage } from '../pages/read-page.js';
import { ReadError } from '../read-error.js';
import { childOf, childrenOf, wordsOf, type XmlElement } from '../xml/xml-element.js';
import { type DocumentRoot, documentRoots } from './document-root.js';
import { type DrawableImage, drawImages, drawingOfImages } from './draw-images.js';
import { type Part, readPart, resolveLocation } from './package.js';
import { ownSpace, PageReader, POINTS, pageSize } from './page-reader.js';
import { Resources } from './resources.js';

interface PlacedPage {
  readonly id: string;
  readonly path: string;
  readonly document: OpenDocument;
}

interface OpenDocument {
  readonly root: DocumentRoot;
  readonly resources: Resources;
  /** Paths of the annotations by page ID. */
  readonly annotations: ReadonlyMap<string, string>;
}

/** An OFD package whose pages are read one by one. */
export class OpenPackage implements PagePictures {
  private readonly templates = new Map<string, Part | null>();
  /** Why the whole file must be refused, found while a page was read. */
  refusal: ReadError | null = null;

  private constructor(
    private readonly archive: Archive,
    readonly documents: readonly OpenDocument[],
    private readonly placed: readonly PlacedPage[],
  ) {}

  /** @throws ReadError `damaged`, `encrypted`, `unsafe_archive`, `too_complex` */
  static async open(bytes: Uint8Array): Promise<{ file: OpenPackage; archive: Archive }> {
    const archive = await Archive.open(bytes);
    const documents: OpenDocument[] = [];
    for (const root of await documentRoots(archive)) {
      const resources = await new Resources().add(archive, root.resources);
      documents.push({ root, resources, annotations: await annotationsOf(archive, root) });
    }
    const placed = documents.flatMap((document) =>
      document.root.pages.map((page) => ({ ...page, document })),
    );
    if (placed.length === 0) throw withoutPages(archive);
    return { file: new OpenPackage(archive, documents, placed), archive };
  }

  get pages(): number {
    return this.placed.length;
  }

  /** What a page holds, counted from 1. @throws ReadError where it is damaged or must be refused */
  async read(number: number): Promise<ReadPage> {
    if (this.refusal) throw this.refusal;
    try {
      return await this.readPage(number);
    } catch (error) {
      if (error instanceof ReadError && error.code !== 'damaged') this.refusal = error;
      throw error;
    }
  }

  /** The images of a page, drawn at their places. */
  async picture(number: number): Promise<Picture | PageFault | null> {
    return drawImages(...(await this.imagesOf(number)));
  }

  /** The same for a browser, turned clockwise by quarters of a circle. */
  async drawing(number: number, quarters: number): Promise<PageDrawing | null> {
    return drawingOfImages(...(await this.imagesOf(number)), quarters);
  }

  private async imagesOf(number: number): Promise<[DrawableImage[], PageContent, Archive]> {
    const reader = await this.readObjects(number);
    const { resources } = this.placed[number - 1]!.document;
    const images = reader.images.map((image) => ({
      ...image,
      paths: resources.image(image.resource),
    }));
    return [images, reader.page().content, this.archive];
  }

  async close(): Promise<void> {}

  /** What the page's templates draw is below or above its own. */
  private async readPage(number: number): Promise<ReadPage> {
    return (await this.readObjects(number)).page();
  }

  private async readObjects(number: number): Promise<PageReader> {
    const { path, id, document } = this.placed[number - 1]!;
    const part = await readPart(this.archive, path);
    if (!part) throw new ReadError('damaged', `The page ${path} is missing in the file.`);
    const uses = childrenOf(part.root, 'Template');
    const templates = await this.templatesOf(uses, document.root);
    const areas = [part, ...templates.map(({ part: template }) => template)].map(({ root }) =>
      childOf(root, 'Area'),
    );
    const own = childrenOf(part.root, 'PageRes').map((location) =>
      resolveLocation(part.folder, wordsOf(location)),
    );
    const resources = await document.resources.add(this.archive, own);
    const reader = new PageReader(number, pageSize(...areas, document.root.area), resources);
    const below = templates.filter(({ isAbove }) => !isAbove);
    const above = templates.filter(({ isAbove }) => isAbove);
    const inOrder = [
      ...below.map((template) => template.part),
      part,
      ...above.map((template) => template.part),
    ];
    for (const { root } of inOrder) {
      for (const content of childrenOf(root, 'Content')) reader.add(content);
    }
    await this.addAnnotations(reader, document.annotations.get(id));
    return reader;
  }

  private async templatesOf(
    uses: readonly XmlElement[],
    root: DocumentRoot,
  ): Promise<{ part: Part; isAbove: boolean }[]> {
    const found: { part: Part; isAbove: boolean }[] = [];
    for (const { attributes } of uses) {
      const path = root.templates.get(attributes.TemplateID ?? '');
      if (path === undefined) continue;
      if (!this.templates.has(path)) this.templates.set(path, await readPart(this.archive, path));
      const part = this.templates.get(path);
      if (part) found.push({ part, isAbove: attributes.ZOrder === 'Foreground' });
    }
    return found;
  }

  /** Notes that somebody wrote on a page stand apart from its lines; watermarks and links are no words. */
  private async addAnnotations(reader: PageReader, path: string | undefined): Promise<void> {
    const part = path === undefined ? null : await readPart(this.archive, path);
    for (const annotation of part ? childrenOf(part.root, 'Annot') : []) {
      const { Type, Visible } = annotation.attributes;
      const appearance = childOf(annotation, 'Appearance');
      if (!appearance || Type === 'Watermark' || Visible === 'false') continue;
      reader.addOverlay(appearance, ownSpace(appearance, [POINTS, 0, 0, POINTS, 0, 0]));
    }
  }
}

async function annotationsOf(archive: Archive, root: DocumentRoot): Promise<Map<string, string>> {
  const part = root.annotations === null ? null : await readPart(archive, root.annotations);
  const paths = new Map<string, string>();
  for (const page of part ? childrenOf(part.root, 'Page') : []) {
    const location = childOf(page, 'FileLoc');
    if (part && location) {
      paths.set(page.attributes.PageID ?? '', resolveLocation(part.folder, wordsOf(location)));
    }
  }
  return paths;
}

function withoutPages(archive: Archive): ReadError {
  if (archive.has('Encryptions.xml') || archive.has('Decryptseed.dat')) {
    return new ReadError(
      'encrypted',
      'The OFD file is encrypted. Save it without encryption in the program that made it.',
    );
  }
  return new ReadError(
    'damaged',
    'The OFD file names no page that is there. Get it anew from its source.',
  );
}
