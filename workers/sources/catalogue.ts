import { Source } from '../../schemas/source.js';
import type { ObjectStore } from '../object-store.js';

const FOLDER = 'sources/';
const nameOf = (name: string): string => `${FOLDER}${name}.json`;

/** A source that cannot be had, or cannot be what it is given as; the message says why. */
export class SourceError extends Error {}

/** The sources that the store keeps, one piece each. */
export class Catalogue {
  constructor(private readonly objects: ObjectStore) {}

  /** False where the name is taken by another source; the same one added again is no fault. */
  async add(source: Source): Promise<boolean> {
    const content = `${JSON.stringify(source, null, 2)}\n`;
    if (await this.objects.putIfAbsent(nameOf(source.name), content)) return true;
    return (await this.objects.get(nameOf(source.name)))?.toString('utf8') === content;
  }

  /** Puts the source in the place of what had its name. */
  async replace(source: Source): Promise<void> {
    await this.objects.put(nameOf(source.name), `${JSON.stringify(source, null, 2)}\n`);
  }

  /** Whether there was one of that name. */
  async remove(name: string): Promise<boolean> {
    const there = (await this.objects.get(nameOf(name))) !== null;
    await this.objects.remove(nameOf(name));
    return there;
  }

  /** @throws SourceError */
  async get(name: string): Promise<Source> {
    const content = await this.objects.get(nameOf(name));
    if (content !== null) return read(nameOf(name), content);
    const known = (await this.list()).map((source) => source.name).join(', ');
    throw new SourceError(
      `There is no source ${JSON.stringify(name)}${known ? `; there are ${known}` : ''}.`,
    );
  }

  /** By name. @throws SourceError */
  async list(): Promise<Source[]> {
    const sources: Source[] = [];
    for await (const name of this.objects.list(FOLDER)) {
      const content = await this.objects.get(name);
      if (content !== null) sources.push(read(name, content));
    }
    return sources;
  }
}

function read(name: string, content: Buffer): Source {
  try {
    return Source.parse(JSON.parse(content.toString('utf8')));
  } catch (error) {
    throw new SourceError(`${name} in the store is no source: ${(error as Error).message}`);
  }
}
