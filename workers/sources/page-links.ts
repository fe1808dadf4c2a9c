import type { ChildProcess } from 'node:child_process';
import type { FetchedPage, ListingSelectors } from '../../pipeline/read/html/page-links.js';
import { entryPath, forkEntry } from '../child-process.js';
import { FetchError } from '../fetch/fetch-error.js';
import { type PageAnswer, type PageQuestion, pageAnswer } from './page-answer.js';

/** Bytes of a page that is read here: it holds up nothing. */
const SMALL_PAGE = 2 ** 17;
/** Bytes of the largest page whose links are looked for. */
const LARGEST_PAGE = 2 ** 23;
/** MiB of heap for the process that reads pages. */
const MOST_MEMORY = 576;
/** Milliseconds for a page. */
const LONGEST = 20_000;

type Links = Extract<PageAnswer, { links: unknown }>;

/**
 * Finds the links of pages. One that is not small is read by a process of its own, one after another,
 * so that nothing waits for it and it can be stopped.
 */
export class PageLinks {
  private process: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly signal: AbortSignal,
    private readonly longest = LONGEST,
  ) {}

  /** @throws FetchError, or the signal's reason where it is aborted */
  listing(page: FetchedPage, listing: ListingSelectors): Promise<Links> {
    return this.ask({ page, listing });
  }

  /**
   * The addresses of attachments.
   *
   * @throws FetchError, or the signal's reason where it is aborted
   */
  async attachments(page: FetchedPage): Promise<readonly string[]> {
    return (await this.ask({ page, listing: null })).links;
  }

  close(): void {
    this.process?.kill('SIGKILL');
    this.process = undefined;
  }

  private async ask(question: PageQuestion): Promise<Links> {
    const { bytes, url } = question.page;
    if (bytes.length > LARGEST_PAGE) throw tooComplex(url, `${bytes.length} bytes`);
    const answer = bytes.length > SMALL_PAGE ? await this.inTurn(question) : pageAnswer(question);
    if ('fault' in answer) throw new FetchError(answer.fault, url, answer.says);
    return answer;
  }

  private inTurn(question: PageQuestion): Promise<PageAnswer> {
    const answer = this.last.then(() => this.inProcess(question));
    this.last = answer.catch(() => {});
    return answer;
  }

  private async inProcess(question: PageQuestion): Promise<PageAnswer> {
    this.signal.throwIfAborted();
    const { signal } = this;
    const child = this.child();
    const kill = (): void => this.close();
    let ends = 'the process that reads it ended';
    const timer = setTimeout(() => {
      ends = `not read within ${this.longest / 1000} s`;
      this.close();
    }, this.longest);
    signal.addEventListener('abort', kill);
    try {
      return await new Promise<PageAnswer>((resolve, reject) => {
        const ended = (): void => {
          this.process = undefined;
          reject(signal.aborted ? signal.reason : tooComplex(question.page.url, ends));
        };
        child.once('message', (message) => resolve(message as PageAnswer));
        child.once('error', ended);
        child.once('exit', ended);
        child.send(question, () => {});
      });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      child.removeAllListeners();
    }
  }

  private child(): ChildProcess {
    this.process ??= forkEntry(entryPath('./page-process.js', import.meta.url), MOST_MEMORY);
    return this.process;
  }
}

const tooComplex = (url: string, says: string): FetchError =>
  new FetchError('fetch_too_complex', url, says);
