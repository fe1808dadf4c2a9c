import { readFileSync } from 'node:fs';

export const LICENCES_PAGE = 'docs/licences.md';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** The page of the licences of all that an installation brings, made whole from `package-lock.json`. */
export function licencesPage(): string {
  const packages = shippedPackages();
  const licences = [...new Set(packages.map(({ licence }) => licence))].sort();
  return [
    '# Licences',
    'Made by `npm run docs` from `package-lock.json`: the packages that an installation of gongwen brings, those for other',
    'platforms and the optional ones among them. gongwen itself is [MIT](../LICENSE). Texts of what is bundled into the package stand in',
    '`dist/program/licences.txt` and `dist/report/licences.txt`.',
    '',
    ...licences.flatMap((licence) => [
      `## ${licence}`,
      packages
        .filter((each) => each.licence === licence)
        .map(({ name, version }) => `${name} ${version}`)
        .join(', '),
      '',
    ]),
  ].join('\n');
}

/** All packages that are no tools of development. @throws Error where one tells no licence */
export function shippedPackages(): Package[] {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const entries = Object.entries(lock.packages).flatMap(([path, locked]) => {
    const name = path.split('node_modules/').at(-1)!;
    return path === '' || locked.dev || locked.link ? [] : [{ name, ...locked }];
  });
  const found = new Map<string, Package>();
  for (const { name, version = '', license } of entries) {
    const licence = license ?? entries.find((each) => isSibling(each.name, name, each))?.license;
    if (licence === undefined) throw new Error(`${name} tells no licence.`);
    found.set(`${name} ${version}`, { name, version, licence });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Packages of one program for several platforms: `@duckdb/node-bindings-linux-x64`, `…-win32-x64`. */
function isSibling(other: string, name: string, { license }: Locked): boolean {
  const program = (of: string): string => of.replace(/-(?:darwin|linux|win32|freebsd).*$/, '');
  return license !== undefined && other !== name && program(other) === program(name);
}
