import { warningOf } from '../../../schemas/codes.js';
import type { Warning } from '../../../schemas/document.js';
import type { Archive } from '../archive/archive.js';
import { ReadError } from '../read-error.js';
import { childOf, childrenOf, descend, wordsOf, type XmlElement } from '../xml/xml-element.js';
import { readPart, resolveLocation } from './package.js';

const MOST_LISTED = 20;
const LONGEST_WORD = 100;

/** A warning for each signature or seal that the document bears; none is checked. */
export async function signatureWarnings(archive: Archive, path: string | null): Promise<Warning[]> {
  const list = path === null ? null : await readPart(archive, path).catch(ifDamaged);
  if (!list) return [];
  const warnings: Warning[] = [];
  for (const { attributes } of childrenOf(list.root, 'Signature').slice(0, MOST_LISTED)) {
    const location = resolveLocation(list.folder, attributes.BaseLoc ?? '');
    const part = await readPart(archive, location).catch(ifDamaged);
    const info = childOf(part?.root, 'SignedInfo');
    const provider = providerOf(childOf(info, 'Provider'));
    const date = descend(info, 'SignatureDateTime');
    const kind = info && childOf(info, 'StampAnnot') ? 'an electronic seal' : 'a digital signature';
    const facts = [provider && `by ${provider}`, date && `of ${wordsOf(date).trim()}`].filter(
      (fact): fact is string => !!fact && fact.length > 3 && fact.length < LONGEST_WORD,
    );
    warnings.push(warningOf('signature_not_checked', null, [kind, ...facts].join(' ')));
  }
  return warnings;
}

/** Who made it, given as attributes or as elements. */
function providerOf(provider: XmlElement | null): string {
  const name = childOf(provider, 'Company') ?? childOf(provider, 'ProviderName');
  const written = provider?.attributes.Company ?? provider?.attributes.ProviderName;
  return (written ?? (name ? wordsOf(name) : '')).trim();
}

/** A damaged list of signatures does not keep the pages from being read. */
function ifDamaged(error: unknown): null {
  if (error instanceof ReadError && error.code === 'damaged') return null;
  throw error;
}
