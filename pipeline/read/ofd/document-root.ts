import type { Archive } from '../archive/archive.js';
import { childOf, childrenOf, descend, wordsOf, type XmlElement } from '../xml/xml-element.js';
import { type Part, readPart, resolveLocation } from './package.js';

/** A document of the package: its pages in order and what they share. */
export interface DocumentRoot {
  /** `PageArea`, for pages without one of their own. */
  readonly area: XmlElement | null;
  /** Path of each page's content, with its ID. */
  readonly pages: readonly { readonly id: string; readonly path: string }[];
  readonly templates: ReadonlyMap<string, string>;
  /** Paths of the files of fonts, drawing parameters and composite units. */
  readonly resources: readonly string[];
  readonly annotations: string | null;
  readonly signatures: string | null;
}

/** The documents that OFD.xml names; those whose root is missing are left out. */
export async function documentRoots(archive: Archive): Promise<DocumentRoot[]> {
  const main = await readPart(archive, 'OFD.xml');
  if (!main) return [];
  const roots: DocumentRoot[] = [];
  for (const body of childrenOf(main.root, 'DocBody')) {
    const location = childOf(body, 'DocRoot');
    const root = location && (await readPart(archive, resolveLocation('', wordsOf(location))));
    const signatures = childOf(body, 'Signatures');
    if (root) {
      roots.push(documentRoot(root, signatures && resolveLocation('', wordsOf(signatures))));
    }
  }
  return roots;
}

function documentRoot({ root, folder }: Part, signatures: string | null): DocumentRoot {
  const common = childOf(root, 'CommonData');
  const locate = (location: string | undefined): string => resolveLocation(folder, location ?? '');
  const inCommon = (name: string): XmlElement[] => (common ? childrenOf(common, name) : []);
  const pages = childOf(root, 'Pages');
  const annotations = childOf(root, 'Annotations');
  return {
    area: descend(common, 'PageArea'),
    pages: (pages ? childrenOf(pages, 'Page') : []).map(({ attributes }) => ({
      id: attributes.ID ?? '',
      path: locate(attributes.BaseLoc),
    })),
    templates: new Map(
      inCommon('TemplatePage').map(({ attributes }) => [
        attributes.ID ?? '',
        locate(attributes.BaseLoc),
      ]),
    ),
    resources: [...inCommon('PublicRes'), ...inCommon('DocumentRes')].map((location) =>
      locate(wordsOf(location)),
    ),
    annotations: annotations && locate(wordsOf(annotations)),
    signatures,
  };
}
