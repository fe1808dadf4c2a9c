import { z } from 'zod';
import { WORK_FOLDER } from '../dataset-places.js';
import type { BucketObjects } from './bucket-objects.js';
import type { ListedFile } from './file-list.js';

const NAME = `${WORK_FOLDER}/published.json`;

/** Which content stands under which name, and under which names it is not known. */
const Note = z.object({
  files: z.record(z.string(), z.string()),
  unsure: z.array(z.string()),
});

/** What a dataset in a bucket has under the names of its files, as was noted before and after copying. */
export class Published {
  private constructor(
    private readonly objects: BucketObjects,
    private readonly note: z.output<typeof Note>,
  ) {}

  static async read(objects: BucketObjects): Promise<Published> {
    const content = await objects.get(NAME);
    const note =
      content === null ? { files: {}, unsure: [] } : Note.parse(JSON.parse(content.toString()));
    return new Published(objects, note);
  }

  /** The files that do not stand yet under their names, and names that stand for nothing any more. */
  against(files: readonly ListedFile[]): { changed: ListedFile[]; gone: string[] } {
    const unsure = new Set(this.note.unsure);
    const wanted = new Set(files.map(({ path }) => path));
    const stands = ({ path, sha256 }: ListedFile): boolean =>
      this.note.files[path] === sha256 && !unsure.has(path);
    const all = new Set([...Object.keys(this.note.files), ...unsure]);
    return {
      changed: files.filter((file) => !stands(file)),
      gone: [...all].filter((path) => !wanted.has(path)),
    };
  }

  /** Notes what is going to be changed: after a kill it is done again. */
  async begin(paths: readonly string[]): Promise<void> {
    const unsure = [...new Set([...this.note.unsure, ...paths])];
    await this.objects.put(NAME, JSON.stringify({ ...this.note, unsure }));
  }

  async end(files: readonly ListedFile[]): Promise<void> {
    const noted = Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]));
    await this.objects.put(NAME, JSON.stringify({ files: noted, unsure: [] }));
  }
}
