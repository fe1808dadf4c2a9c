/** JSON without halves of characters, which no UTF-8 has. */
export function wellFormedJson(value: object): string {
  const json = JSON.stringify(value);
  // Halves are all that JSON.stringify writes as \ud8xx to \udfxx; a backslash itself is doubled.
  return json.includes('\\ud')
    ? JSON.stringify(value, (_, each: unknown) =>
        typeof each === 'string' ? each.replace(/\p{Surrogate}/gu, '\uFFFD') : each,
      )
    : json;
}
