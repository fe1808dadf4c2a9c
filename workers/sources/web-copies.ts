import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { FolderObjects } from '../object-store.js';
import { sha256 } from '../sha256.js';

/** What is known of an address that was fetched. */
const WebCopy = z.object({
  url: z.string(),
  /** Where it was found in the end. */
  final_url: z.string(),
  /** Of its bytes, under which they are kept. */
  sha256: z.string(),
  bytes: z.int(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  content_type: z.string().nullable(),
  charset: z.string().nullable(),
  /** Addresses of what is attached to it. */
  attachments: z.array(z.string()),
});
export type WebCopy = z.output<typeof WebCopy>;

/** Copies of what was fetched, by their content, and a note for each address that says which. */
export class WebCopies {
  constructor(private readonly objects: FolderObjects) {}

  /** The note of an address; null where there is none, or its bytes are gone. */
  async find(url: string): Promise<WebCopy | null> {
    const content = await this.objects.get(noteName(url));
    if (content === null) return null;
    try {
      const copy = WebCopy.parse(JSON.parse(content.toString('utf8')));
      return copy.url === url && existsSync(this.path(copy)) ? copy : null;
    } catch {
      return null;
    }
  }

  async keep(copy: Omit<WebCopy, 'sha256' | 'bytes'>, body: Buffer): Promise<WebCopy> {
    const kept: WebCopy = { ...copy, sha256: sha256(body), bytes: body.length };
    await this.objects.putIfAbsent(bytesName(kept.sha256), body);
    // The note comes last: what it names is there.
    await this.objects.put(noteName(copy.url), `${JSON.stringify(kept)}\n`);
    return kept;
  }

  /** The bytes of a copy; null where they are gone. */
  async bytes({ sha256 }: WebCopy): Promise<Buffer | null> {
    return this.objects.get(bytesName(sha256));
  }

  /** Absolute path of the file that holds its bytes. */
  path({ sha256 }: WebCopy): string {
    return resolve(this.objects.folder, bytesName(sha256));
  }
}

const bytesName = (digest: string): string => `web/content/${digest.slice(0, 2)}/${digest}`;

function noteName(url: string): string {
  const name = sha256(url);
  return `web/notes/${name.slice(0, 2)}/${name}.json`;
}
