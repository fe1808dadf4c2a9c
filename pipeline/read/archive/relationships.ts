import { readXml } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childrenOf } from '../xml/xml-element.js';
import type { Archive } from './archive.js';

/** A part that another part of an Office file names. */
export interface Relationship {
  readonly id: string;
  /** Last word of its type: `styles`, `worksheet`, `footnotes`. */
  readonly type: string;
  /** Path in the archive. */
  readonly path: string;
}

const NAMESPACES = { 'http://schemas.openxmlformats.org/package/2006/relationships': '' };

/**
 * The parts that a part of an Office file (ISO/IEC 29500-2) names; `''` stands for the file itself.
 * Those outside the file are left out.
 */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const path = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const bytes = await archive.read(path);
  if (bytes === null) return [];
  const root = readXml(bytes, { namespaces: NAMESPACES, path });
  return childrenOf(root, 'Relationship')
    .filter((element) => element.attributes.TargetMode !== 'External')
    .map((element) => relationship(element, part.slice(0, slash)));
}

function relationship({ attributes }: XmlElement, folder: string): Relationship {
  const type = attributes.Type ?? '';
  return {
    id: attributes.Id ?? '',
    type: type.slice(type.lastIndexOf('/') + 1),
    path: resolvePath(folder, attributes.Target ?? ''),
  };
}

/** `../media/a.png` from `word/` is `media/a.png`; `/xl/a.xml` counts from the archive's root. */
function resolvePath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
