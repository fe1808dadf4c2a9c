/** Bytes of an object's head that are looked at for its type. */
const HEAD = 4000;
const OBJECT = /(?<![0-9])(\d{1,9})[\s\0]+(\d{1,5})[\s\0]+obj\b/g;
const CATALOG = /\/Type\s*\/Catalog\b/;
const PAGE = /\/Type\s*\/Page(?![A-Za-z])/;
const OBJECT_STREAM = /\/Type\s*\/ObjStm\b/;
const ENCRYPTED = /\/Encrypt\s+\d+\s+\d+\s+R/;
/** More objects than any document needs are a trap. */
const MOST_OBJECTS = 500_000;
const LARGEST_STREAM = 64 * 2 ** 20;

interface Found {
  readonly number: number;
  readonly generation: number;
  readonly start: number;
  /** Its dictionary, up to its stream or its end. */
  readonly head: string;
}

/**
 * The file with a new trailer at its end, for files whose own was cut off or is broken: it names the
 * catalogue that the bytes still hold, else one made anew of the pages that they hold. Objects in
 * compressed streams, which only the lost table could find, are written out. Null where no page is
 * left, or the file is encrypted and its key lost with the trailer.
 */
export async function rebuildTrailer(bytes: Uint8Array): Promise<Uint8Array | null> {
  const text = new TextDecoder('latin1').decode(bytes);
  if (ENCRYPTED.test(text)) return null;
  const objects = objectsIn(text);
  // The cut may run through an object, which would swallow what is added.
  let added = '\nendstream\nendobj\n';
  const contained: Found[] = [];
  for (const object of objects) {
    if (!OBJECT_STREAM.test(object.head)) continue;
    for (const inner of await objectsInStream(object, text, bytes)) {
      contained.push(inner);
      added += `${inner.number} 0 obj\n${inner.head}\nendobj\n`;
    }
  }
  const all = [...objects, ...contained];
  const highest = all.reduce((most, { number }) => Math.max(most, number), 0);
  const pages = all.filter(({ head }) => PAGE.test(head));
  const catalog = all.findLast(({ head }) => CATALOG.test(head));
  const tree = catalog && pageTreeOf(catalog, all);
  let root = catalog && tree ? `${catalog.number} ${catalog.generation} R` : null;
  if (root === null) {
    if (pages.length === 0) return null;
    const kids = pages.map(({ number, generation }) => `${number} ${generation} R`).join(' ');
    added += `${highest + 1} 0 obj\n<< /Type /Catalog /Pages ${highest + 2} 0 R >>\nendobj\n`;
    added += `${highest + 2} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>\nendobj\n`;
    root = `${highest + 1} 0 R`;
  }
  added += `trailer\n<< /Size ${highest + 3} /Root ${root} >>\nstartxref\n0\n%%EOF\n`;
  const rebuilt = new Uint8Array(bytes.length + added.length);
  rebuilt.set(bytes);
  for (let at = 0; at < added.length; at++) rebuilt[bytes.length + at] = added.charCodeAt(at);
  return rebuilt;
}

function objectsIn(text: string): Found[] {
  const objects: Found[] = [];
  for (const match of text.matchAll(OBJECT)) {
    if (objects.length >= MOST_OBJECTS) break;
    const start = match.index + match[0].length;
    const part = text.slice(start, start + HEAD);
    const end = part.search(/\bstream\r?\n|\bendobj\b/);
    const head = end < 0 ? part : part.slice(0, end);
    objects.push({ number: Number(match[1]), generation: Number(match[2]), start, head });
  }
  return objects;
}

/** The page tree that a catalogue names, where it is still there. */
function pageTreeOf(catalog: Found, objects: readonly Found[]): Found | undefined {
  const number = Number(/\/Pages\s+(\d+)\s/.exec(catalog.head)?.[1] ?? Number.NaN);
  return objects.find((object) => object.number === number);
}

async function objectsInStream(stream: Found, text: string, bytes: Uint8Array): Promise<Found[]> {
  const count = Number(/\/N\s+(\d+)/.exec(stream.head)?.[1] ?? 0);
  const first = Number(/\/First\s+(\d+)/.exec(stream.head)?.[1] ?? 0);
  const start = /\bstream\r?\n/g;
  start.lastIndex = stream.start;
  const opening = start.exec(text);
  if (count === 0 || first === 0 || !opening || !/\/FlateDecode\b/.test(stream.head)) return [];
  const from = opening.index + opening[0].length;
  const end = text.indexOf('endstream', from);
  const inflated = await inflate(bytes.subarray(from, end < 0 ? bytes.length : end));
  const content = new TextDecoder('latin1').decode(inflated);
  const places = content.slice(0, first).trim().split(/\s+/).map(Number);
  const found: Found[] = [];
  for (let index = 0; index < count && index * 2 + 1 < places.length; index++) {
    const at = first + places[index * 2 + 1]!;
    const next = index * 2 + 3 < places.length ? first + places[index * 2 + 3]! : content.length;
    if (at >= content.length || next > content.length) break;
    found.push({
      number: places[index * 2]!,
      generation: 0,
      start: 0,
      head: content.slice(at, next),
    });
  }
  return found;
}

/** What can be inflated of a stream that may be cut. */
async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate');
  const writer = stream.writable.getWriter();
  writer.write(new Uint8Array(bytes)).catch(() => {});
  writer.close().catch(() => {});
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.readable.getReader();
  try {
    while (length < LARGEST_STREAM) {
      const { value, done } = await reader.read();
      if (done) break;
      parts.push(value);
      length += value.length;
    }
  } catch {
    // The cut end of a stream; what came before it stands.
  }
  await reader.cancel().catch(() => {});
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
