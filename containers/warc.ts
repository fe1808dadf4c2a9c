import { WARCParser } from 'warcio';
import { type Content, piecesOf } from './content.js';
import { ContainerError, type Member } from './member.js';

/** The pages and files that a web archive holds: whole answers, in the archive's order. */
export async function* warcMembers(content: Content, memberBytes: number): AsyncGenerator<Member> {
  let number = 0;
  try {
    for await (const record of new WARCParser(piecesOf(content))) {
      number++;
      const { httpHeaders: answer, warcType } = record;
      if (!['response', 'resource'].includes(warcType ?? '')) continue;
      if (answer && answer.statusCode !== 200) continue;
      const type = answer?.headers.get('content-type') ?? record.warcContentType ?? '';
      if (/^(?:image|font|audio|video)\/|\/css|javascript/i.test(type)) continue;
      const address = `#${number}`;
      if (record.warcContentLength > memberBytes) {
        yield { address, wrong: { code: 'too_large', says: `${record.warcContentLength} bytes` } };
        continue;
      }
      const bytes = Buffer.from(await record.readFully(true));
      const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1];
      const meta = { url: record.warcTargetURI ?? null, fetched: record.warcDate ?? null };
      yield { address, content: bytes, meta, ...(charset && { charset }) };
    }
  } catch (error) {
    throw new ContainerError('damaged', (error as Error).message);
  }
}
