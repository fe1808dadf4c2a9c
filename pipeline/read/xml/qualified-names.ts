import type { Namespaces } from './xml-element.js';

const NO_PREFIXES: ReadonlyMap<string, string> = new Map();

/** Follows the namespaces that open elements declare, and names elements by known prefixes. */
export class QualifiedNames {
  /** Known prefix by the file's prefix, of each open element; most share their parent's. */
  private readonly scopes: ReadonlyMap<string, string>[] = [NO_PREFIXES];

  constructor(private readonly namespaces: Namespaces) {}

  /** Names an element that opens, and its attributes; namespace declarations are left out. */
  open(
    raw: string,
    attributes: Readonly<Record<string, string>>,
  ): { name: string; attributes: Record<string, string> } {
    let scope = this.scopes.at(-1)!;
    let plain = true;
    for (const key in attributes) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) {
        const known = new Map(scope);
        const uri = attributes[key]!;
        known.set(key.slice(6), Object.hasOwn(this.namespaces, uri) ? this.namespaces[uri]! : '?');
        scope = known;
        plain = false;
      } else if (key.includes(':')) plain = false;
    }
    this.scopes.push(scope);
    const name = qualify(scope, raw, scope.get('') ?? '');
    if (plain) return { name, attributes };
    const named: Record<string, string> = {};
    for (const key in attributes) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
      named[key.includes(':') ? qualify(scope, key, '') : key] = attributes[key]!;
    }
    return { name, attributes: named };
  }

  close(): void {
    this.scopes.pop();
  }
}

/** @param otherwise known prefix of names that have none */
function qualify(scope: ReadonlyMap<string, string>, raw: string, otherwise: string): string {
  const colon = raw.indexOf(':');
  const prefix = colon < 0 ? otherwise : (scope.get(raw.slice(0, colon)) ?? '?');
  const local = raw.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}
