import { childOf, type XmlElement } from '../xml/xml-element.js';

/** A switch such as `w:vanish`: on where it stands without value; null where it does not stand. */
export function switchOf(properties: XmlElement | null, name: string): boolean | null {
  const found = childOf(properties, name);
  if (found === null) return null;
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1');
}

/** The value of a property such as `w:outlineLvl`; null where it does not stand. */
export function stringOf(properties: XmlElement | null, name: string): string | null {
  return childOf(properties, name)?.attributes['w:val'] ?? null;
}

/** The same as a whole number; null where it is none. */
export function numberOf(properties: XmlElement | null, name: string): number | null {
  const value = Number.parseInt(stringOf(properties, name) ?? '', 10);
  return Number.isNaN(value) ? null : value;
}
