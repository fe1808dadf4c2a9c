import { PIPELINE_VERSION } from '../../pipeline/version.js';
import { PAYLOAD_VERSION, type PackedPage, type ReportHead } from '../../report/payload.js';
import type { Correction, UnitRecord } from '../../schemas/index.js';
import { pageAssets } from './assets.js';
import { Bodies } from './bodies.js';
import { type DatasetDocument, packDocument } from './pack.js';
import { dataElement, pageAround } from './page.js';

/**
 * The review page of one document, whole in itself.
 *
 * @param units the bodies that its tasks are given to
 * @param pages its pages, where there are pictures; their files stand below the folder of the page's address
 * @param saved what a service keeps of corrections of the document; the page then saves there
 * @throws NoAssetsError
 */
export function documentPage(
  document: DatasetDocument,
  units: readonly UnitRecord[],
  pages: readonly PackedPage[],
  saved?: readonly Correction[],
): string {
  const bodies = new Bodies(units);
  const head: ReportHead = {
    version: PAYLOAD_VERSION,
    made_by: `gongwen ${PIPELINE_VERSION}`,
    documents: 1,
    copies: document.copies.length,
    parts: 0,
    pictures: pages.some(({ file }) => file !== undefined),
    bodies: bodies.packed,
    changes: [],
    rejects: [],
    corrections: saved ?? [],
    ...(saved && { saves: true }),
  };
  const [before, after] = pageAround(pageAssets(), head);
  const packed = { ...packDocument(document, bodies), ...(pages.length > 0 && { pages }) };
  return `${before}${dataElement('document', packed)}${after}`;
}
