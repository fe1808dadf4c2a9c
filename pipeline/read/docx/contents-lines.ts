/** `第一章 总则`, `一、总体要求`, `（一）…`: a part of a document, not a document of a compilation. */
const CHAPTER =
  /^(?:第[一二三四五六七八九十百]+[章节条编]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/;

/** Collects the lines of a table of contents that Word made. */
export class ContentsLines {
  private readonly places: number[] = [];
  private chapters = 0;

  add(place: number, line: string): void {
    this.places.push(place);
    if (CHAPTER.test(line.trim())) this.chapters++;
  }

  /**
   * Places of the lines where they list the chapters of one document, and so only repeat its
   * headings; none where they list the documents of a compilation.
   */
  ofOneDocument(): readonly number[] {
    return this.chapters * 2 >= this.places.length ? this.places : [];
  }
}
