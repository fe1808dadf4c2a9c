import { nameOf as recordName } from '../data/model.js';
import { plain } from '../element.js';
import type { Page } from '../page.js';
import { addressOf } from '../route.js';
import { say } from '../words/language.js';
import { type CoverageShare, lowestCoverage } from './counts.js';
import type { Picture } from './figure.js';
import { rowBars } from './row-bars.js';

const MOST = 25;

const nameOf = ({ doc }: CoverageShare): string => plain(recordName(doc));
const percent = ({ share }: CoverageShare): string => `${(share * 100).toFixed(1)}%`;

/** How much of each document is in records, the least first. */
export function coverageBars(page: Page, width: number): Picture {
  const { doc: docId, region, nature } = page.store.state.filter;
  const docs = page.dataset.docs.filter(
    (doc) =>
      (docId === '' || doc.id === docId) &&
      (region === '' || doc.record.region === region) &&
      (nature === '' || doc.record.nature === nature),
  );
  const shares = lowestCoverage(docs, MOST);
  return {
    title: 'charts_coverage',
    says: say('charts_coverage_says', { n: shares.length }),
    table: {
      heads: ['filter_doc', 'share', 'clauses'],
      rows: shares.map((share) => {
        const { clauses, clauses_attached: attached } = share.doc.record.coverage;
        return [nameOf(share), percent(share), `${attached}/${clauses}`];
      }),
    },
    options: rowBars({
      width,
      counts: shares,
      rowOf: ({ doc }) => doc.id,
      rows: shares.map((share) => ({
        id: share.doc.id,
        name: nameOf(share),
        value: share.share,
        says: percent(share),
      })),
      amountOf: ({ share }) => share,
      scale: { domain: [0, 1], tickFormat: '.0%', ticks: width < 500 ? 2 : 5 },
      classOf: () => 'bar-coverage',
      classes: ['bar-coverage'],
      tip: (share) => `${nameOf(share)}: ${percent(share)}`,
      address: ({ doc }) =>
        addressOf({ ...page.store.state, view: 'review', docId: doc.id, chosen: doc }),
    }),
  };
}
