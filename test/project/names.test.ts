import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Words of nobody's field, as they are written in a name; docs/glossary.md has those that serve. */
const PRIVATE =
  /(?:^|[a-z_])(?:Told|Astray|Verdict|Surroundings)|^(?:told|astray|verdict|surroundings)/;
const DECLARED = /\b(?:const|let|function|class|interface|type|readonly)\s+([A-Za-z_]\w*)/g;

const FILES = ['schemas', 'pipeline', 'workers', 'cli', 'scripts', 'report'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => join(room, name)),
);

test('names are made of terms of the field', () => {
  const found = FILES.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(DECLARED)]
      .map((match) => match[1]!)
      .filter((name) => PRIVATE.test(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

test('the glossary has each term once', () => {
  const terms = [...readFileSync('docs/glossary.md', 'utf8').matchAll(/^\| ([^|]+?) \|/gm)]
    .flatMap((match) => match[1]!.split(', '))
    .filter((term) => term !== 'term' && !/^-+$/.test(term));
  expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  expect(terms.length).toBeGreaterThan(60);
});
