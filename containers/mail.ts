import PostalMime from 'postal-mime';
import { bytesOf, type Content } from './content.js';
import { ContainerError, type Member } from './member.js';
import { asPage } from './page.js';

/** The body of a mail or of a saved page (MHTML), and what is attached to it. */
export async function* mailMembers(content: Content, memberBytes: number): AsyncGenerator<Member> {
  const { html, text, attachments } = await parsed(await bytesOf(content, 2 * memberBytes));
  const isPage = html !== undefined && html.trim() !== '';
  const body = isPage ? asPage(withoutCharset(html)) : (text ?? '');
  if (body.trim() !== '')
    yield { address: isPage ? '#body.html' : '#body.txt', content: Buffer.from(body) };
  for (const [index, { filename, mimeType, related, content: bytes }] of attachments.entries()) {
    // What a page shows inside itself: pictures and styles.
    if (related || /^(?:image|font|audio|video)\/|\/css$|javascript/.test(mimeType)) continue;
    const name = (filename ?? `attachment-${index + 1}`).replace(/^.*[\\/]/, '');
    yield { address: `!/${name}`, content: bytesIn(bytes) };
  }
}

async function parsed(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes);
  } catch (error) {
    throw new ContainerError('damaged', (error as Error).message);
  }
}

/** The words have been decoded: whatever encoding the page names is no longer its own. */
const withoutCharset = (html: string): string => html.replace(/<meta\b[^>]*charset[^>]*>/gi, '');

const bytesIn = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
