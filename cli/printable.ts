const UNSEEN = /[\p{Cc}\p{Cf}]/u;

/** A name on one line, whatever it holds; also marks that would turn the line about are spelt out. */
export function printable(name: string): string {
  if (!UNSEEN.test(name)) return name;
  const escaped = JSON.stringify(name).slice(1, -1);
  return escaped.replace(/[\p{Cc}\p{Cf}]/gu, (mark) =>
    mark
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
