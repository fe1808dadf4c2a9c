/** A feed of what is new (RFC 4287). */
export interface Feed {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly updated: string;
  /** Where it is itself. */
  readonly self: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: string;
  readonly category: { readonly term: string; readonly label: string };
  readonly summary: string;
  readonly content: string;
}

/**
 * A feed as XML. What XML cannot hold (control characters, halves of characters) is left out, and all
 * that means something in it is escaped, so that every reader can parse it.
 */
export function atomOf({ id, title, updated, self, entries }: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${escaped(updated)}</updated>`,
    '<author><name>gongwen</name></author>',
    '<generator>gongwen</generator>',
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    ...entries.map(entryOf),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

const entryOf = (entry: FeedEntry): string =>
  [
    '<entry>',
    `<id>${escaped(entry.id)}</id>`,
    `<title>${escaped(entry.title)}</title>`,
    `<updated>${escaped(entry.updated)}</updated>`,
    `<link rel="alternate" type="application/json" href="${escaped(entry.link)}"/>`,
    `<category term="${escaped(entry.category.term)}" label="${escaped(entry.category.label)}"/>`,
    `<summary>${escaped(entry.summary)}</summary>`,
    `<content type="text">${escaped(entry.content)}</content>`,
    '</entry>',
  ].join('\n');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);
