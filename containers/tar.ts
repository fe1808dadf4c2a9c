import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { type Content, piecesOf, readAll } from './content.js';
import type { ContainerLimits } from './limits.js';
import { ContainerError, type Member } from './member.js';
import { nameFrom } from './zip.js';

/** The files in a TAR archive as they come. */
export async function* tarMembers(
  content: Content,
  { memberBytes }: ContainerLimits,
): AsyncGenerator<Member> {
  // Names as bytes, so that GBK is told from UTF-8; the types do not know of it.
  const archive = extract({ filenameEncoding: 'latin1' } as Parameters<typeof extract>[0]);
  const source = Readable.from(piecesOf(content));
  source.on('error', (error) => archive.destroy(error));
  source.pipe(archive);
  try {
    for await (const entry of archive) {
      const { name, type, size = 0 } = entry.header;
      if (type !== 'file' && type !== 'contiguous-file') {
        entry.resume();
        continue;
      }
      const address = `!/${plainName(name)}`;
      if (size > memberBytes) {
        entry.resume();
        yield { address, wrong: { code: 'too_large', says: `${size} bytes` } };
      } else yield { address, content: await readAll(entry as AsyncIterable<Buffer>, memberBytes) };
    }
  } catch (error) {
    throw new ContainerError('damaged', (error as Error).message);
  } finally {
    source.destroy();
  }
}

function plainName(name: string): string {
  const isBytes = [...name].every((character) => character <= '\xff');
  const told = isBytes ? nameFrom(Buffer.from(name, 'latin1')) : name;
  return told.replace(/^(?:\.?\/)+/, '');
}
