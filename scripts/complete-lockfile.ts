import { readFileSync, writeFileSync } from 'node:fs';

/** An entry of package-lock.json, as far as it matters here. */
export interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export type LockEntries = Readonly<Record<string, LockEntry>>;

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'win32', 'aix'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64'];

/**
 * The entries that a lock file lacks for binaries of other platforms. A registry mirror that does
 * not carry them makes npm leave them out, and `npm ci` then calls the file out of step.
 */
export function missingPlatformEntries(entries: LockEntries): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const entry of Object.values(entries)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      const platform = platformOf(name);
      if (entries[path] || platform === null || !/^\d/.test(version)) continue;
      missing[path] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true };
    }
  }
  return missing;
}

/** What the last words of a package's name say of its platform: `core-linux-arm64-musl`. */
function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> | null {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (!os || (!cpu && !words.includes('gnueabihf'))) return null;
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : null;
  return { cpu: [cpu ?? 'arm'], ...(os === 'linux' && libc && { libc }), os: [os] };
}

if (process.argv[1]?.includes('complete-lockfile')) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: LockEntries };
  const missing = missingPlatformEntries(lock.packages);
  lock.packages = Object.fromEntries(
    Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} entries of other platforms added`);
}
