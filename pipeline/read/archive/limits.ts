/** What a zip file may hold before it is taken for one made to do harm. Sizes in bytes. */
export interface ArchiveLimits {
  readonly entries: number;
  /** One file inside, unpacked. */
  readonly entryBytes: number;
  /** All files that are read, unpacked. */
  readonly totalBytes: number;
  /** Whatever that is, they may be as many times larger than the zip file: pictures hardly pack. */
  readonly timesLarger: number;
  /** Unpacked to packed size of one file; only files of at least `ratioFrom` bytes are held to it. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/**
 * Room for every real file: the XML of a book of 1,000 pages has some 30 MB, and tables of equal
 * rows pack 100 to 1. Deflate packs 1,032 to 1 at most, which only zeros reach.
 */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 20_000,
  entryBytes: 128 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  timesLarger: 4,
  ratio: 250,
  ratioFrom: 4 * 1024 * 1024,
};
