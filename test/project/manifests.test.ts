import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

/** A manifest, as far as every one is alike. */
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

/** A class of kubernetes-models: the schema of one kind, made from the OpenAPI description of Kubernetes. */
interface Model {
  readonly prototype: { validate(this: object): void };
}

/** Paths of all that a value holds. */
const pathsIn = (value: unknown, path = ''): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [
        `${path}/${key}`,
        ...pathsIn(inner, `${path}/${key}`),
      ]);

/** The value, with the paths noted that are looked at. */
function watched<Value>(value: Value, seen: Set<string>, path = ''): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, key) => {
      const inner: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol') return inner;
      seen.add(`${path}/${key}`);
      return watched(inner, seen, `${path}/${key}`);
    },
  });
}

/** What is wrong with manifests by the schemas of their kinds; a name that a schema does not look at is unknown. */
async function faultsIn(yaml: string): Promise<string[]> {
  const faults: string[] = [];
  for (const document of parseAllDocuments(yaml)) {
    const manifest = document.toJS() as Manifest;
    const { apiVersion, kind } = manifest;
    const models = (await import(`kubernetes-models/${apiVersion}/${kind}`)) as Record<
      string,
      Model
    >;
    const seen = new Set<string>();
    try {
      // Of the manifest itself: a model that is made of it has looked at everything.
      models[kind]!.prototype.validate.call(watched(manifest, seen));
    } catch (error) {
      faults.push(`${kind}: ${(error as Error).message}`);
      continue;
    }
    const unknown = pathsIn(manifest).filter((path) => !seen.has(path));
    faults.push(...unknown.map((path) => `${kind}: ${path} is unknown`));
  }
  return faults;
}

const MANIFESTS = readFileSync('deploy/kubernetes.yaml', 'utf8');

test('the manifests for Kubernetes are what their schemas say', async () => {
  expect(parseAllDocuments(MANIFESTS).length).toBeGreaterThan(2);
  expect(await faultsIn(MANIFESTS)).toEqual([]);
});

test.each([
  ['replicas: 2', 'replicas: two', 'Deployment: data/spec/replicas must be integer'],
  ['  schedule:', '  shedule:', 'CronJob: data/spec must have required property schedule'],
  ['livenessProbe', 'livenesProbe', 'Deployment: /spec/template/spec/containers/0/livenesProbe'],
  ['emptyDir', 'emptydir', 'Deployment: /spec/template/spec/volumes/1/emptydir'],
])('a manifest with %j as %j is told', async (right, wrong, says) => {
  const broken = MANIFESTS.replace(right, wrong);
  expect(broken).not.toBe(MANIFESTS);
  expect((await faultsIn(broken)).join('\n')).toContain(says);
});
