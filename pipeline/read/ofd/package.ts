import type { Archive } from '../archive/archive.js';
import { readXmlParts } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';

/** Namespaces of GB/T 33190-2016 and of files made before it was settled. */
const NAMESPACES = {
  'http://www.ofdspec.org/2016': '',
  'http://www.ofdspec.org': '',
  'http://www.ofdspec.org/2016/': '',
  '': '',
};

/** An XML file of the package with the folder that its own paths count from. */
export interface Part {
  readonly root: XmlElement;
  readonly folder: string;
}

/** A file of the package as XML; null where there is none. */
export async function readPart(archive: Archive, path: string): Promise<Part | null> {
  const chunks = archive.chunks(path);
  if (chunks === null) return null;
  const root = await readXmlParts(chunks, { namespaces: NAMESPACES, path });
  return { root, folder: path.slice(0, path.lastIndexOf('/') + 1) };
}

/** Where a path (ST_Loc) leads: `/a` counts from the package's root, others from the folder. */
export function resolveLocation(folder: string, location: string): string {
  const steps: string[] = [];
  const path = location.trim().replaceAll('\\', '/');
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Numbers in a value such as a box or a matrix; what is no number is left out. */
export const numbersIn = (value: string | undefined): number[] =>
  (value ?? '')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map(Number)
    .filter((number) => Number.isFinite(number));
