/** What is asked of a collection. */
export interface Asked {
  /** Values of its filters. */
  readonly filters: Readonly<Record<string, unknown>>;
  /** One of its orders, with a minus for the other way round; undefined: that of the dataset. */
  readonly sort?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Whether all that match are counted. */
  readonly count?: boolean;
}

/** Some records of a list, each as its line of JSON. */
export interface Page {
  readonly records: readonly Buffer[];
  /** Leads to the next page; null on the last one. */
  readonly next: string | null;
  /** What leads on after so many of the records, for who cannot take them all. */
  cursorAfter(records: number): string;
  /** Records of the whole list, where they were counted. */
  readonly total: number | null;
}

/** A task with since when it stands so. */
export interface Dated {
  readonly record: Buffer;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** Whether it stood otherwise before. */
  readonly isChanged: boolean;
  /** What changed, in words. */
  readonly told: string | null;
}

/** A body, as far as one is told from another. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
}
