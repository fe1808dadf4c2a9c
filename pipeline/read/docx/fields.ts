/** `EQ \o\ac(○,1)`: Word's own way to write ①. */
const ENCLOSED = /\bEQ\s+\\o\s*\\ac\s*\(\s*[○〇]\s*[,，]\s*(\d{1,2})\s*\)/i;

/** Fields that programs fill with the day or the time at which they open a file. */
const RENEWED = /^\s*(?:DATE|TIME)\b/i;

interface OpenField {
  code: string;
  /** Its result, not its code, is what is read now. */
  shows: boolean;
}

/** Follows the fields that are open at a place of a text; only their results are shown. */
export class Fields {
  private open: OpenField[] = [];
  /** What fields show that were filled anew and are left out for it; '' where that is unknown. */
  readonly restored: string[] = [];
  private next = 0;

  /** @param storedDates what DATE and TIME fields showed before a program filled them anew; null where none did */
  constructor(private readonly storedDates: readonly string[] | null = null) {}

  begin(): void {
    this.open.push({ code: '', shows: false });
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field) field.shows = !this.isRenewed(field.code);
  }

  /** Whether a field was filled anew, so that what it shows is not what its file held. */
  isRenewed(code: string): boolean {
    return this.storedDates !== null && RENEWED.test(code);
  }

  /** What the next of such fields showed before. */
  stored(): string {
    const words = this.storedDates?.[this.next++] ?? '';
    this.restored.push(words);
    return words;
  }

  /** @returns what the field shows without having a result of its own */
  end(): string {
    const field = this.open.pop();
    if (!field || field.shows || !this.shown) return '';
    if (this.isRenewed(field.code)) return this.stored();
    const enclosed = ENCLOSED.exec(field.code);
    return enclosed ? String.fromCharCode(0x2460 + Number(enclosed[1]) - 1) : '';
  }

  code(words: string): void {
    const field = this.open.at(-1);
    if (field && !field.shows) field.code += words;
  }

  /** Whether words that stand here are shown. */
  get shown(): boolean {
    return this.open.every((field) => field.shows);
  }

  /** A code that its paragraph does not end is broken; without this it would hide all the rest. */
  endParagraph(): void {
    this.open = this.open.filter((field) => field.shows);
  }
}
