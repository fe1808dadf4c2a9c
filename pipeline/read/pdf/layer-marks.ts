/**
 * Follows the marks that put what a page draws into layers (optional content). Marks of other kinds
 * stand among them, and may not be ended.
 */
export class LayerMarks {
  private depth = 0;
  /** Depth of the outermost layer that is off; null where what is drawn is shown. */
  private offAt: number | null = null;

  /** @param isOn whether a layer is shown, by its properties as pdf.js gives them */
  constructor(private readonly isOn: (layer: unknown) => boolean) {}

  get areShown(): boolean {
    return this.offAt === null;
  }

  begin(tag: unknown, properties: unknown): void {
    this.depth++;
    if (tag === 'OC' && this.offAt === null && !this.isOn(properties)) this.offAt = this.depth;
  }

  end(): void {
    if (this.depth === this.offAt) this.offAt = null;
    if (this.depth > 0) this.depth--;
  }
}
