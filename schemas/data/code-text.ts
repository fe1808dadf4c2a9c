/** What a code says, without a full stop, and what a person can do about it; null: nothing is to be done. */
export interface CodeText {
  readonly zh: string;
  readonly en: string;
  readonly advice: { readonly zh: string; readonly en: string } | null;
}
