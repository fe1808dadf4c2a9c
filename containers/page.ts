/** Characters in which a whole page names itself one. */
const HEAD = 4096;

/** Words of a page as a whole page in UTF-8, whatever encoding a part of it named. */
export const asPage = (html: string): string =>
  /<html[\s>]/i.test(html.slice(0, HEAD))
    ? html
    : `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`;
