/** `EQ \o\ac(○,1)`: Word's own way to write ①. */
const ENCLOSED = /\bEQ\s+\\o\s*\\ac\s*\(\s*[○〇]\s*[,，]\s*(\d{1,2})\s*\)/i;

interface OpenField {
  code: string;
  /** Its result, not its code, is what is read now. */
  shows: boolean;
}

/** Follows the fields that are open at a place of a text; only their results are shown. */
export class Fields {
  private open: OpenField[] = [];

  begin(): void {
    this.open.push({ code: '', shows: false });
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field) field.shows = true;
  }

  /** @returns what the field shows without having a result of its own */
  end(): string {
    const field = this.open.pop();
    if (!field || field.shows || !this.shown) return '';
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
