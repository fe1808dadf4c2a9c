const YEAR = /(?:19|20)\d{2}(?=\s*(?:[年—–\-~至到]|版))/;

/**
 * The year that a bare 年底前 counts in: the first in the title, else the year of issue; null where
 * neither is known. Never today's.
 */
export function documentYear(title: string, issuedOn: string | null): number | null {
  const written = YEAR.exec(title)?.[0] ?? issuedOn?.slice(0, 4);
  return written ? Number(written) : null;
}
