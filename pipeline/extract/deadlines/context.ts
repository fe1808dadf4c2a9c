/** What a time needs to know of its document. */
export interface DeadlineContext {
  /** Year of the document's title, else of its issue; null where neither is known. */
  readonly documentYear: number | null;
  /** ISO day of issue, with which a window opens: 即日起, 自印发之日起. */
  readonly issuedOn?: string | null;
  /** ISO day from which it is in force: 自本措施施行之日起. */
  readonly effectiveOn?: string | null;
}
