import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Content } from '../containers/content.js';
import type { ExpandOptions } from '../containers/expand.js';
import type { Member } from '../containers/member.js';
import { childEnd, entryPath, forkEntry } from './child-process.js';
import { type MemberInput, memberInput } from './container-inputs.js';
import type { FoundInput } from './find-inputs.js';
import { inputReject } from './input-reject.js';

/** What the process that opens a container is told: what to open, then to give the next member. */
export type MembersQuestion =
  | ({
      readonly type: 'open';
      readonly content: Exclude<Content, { stream: unknown }>;
      readonly readable: readonly string[];
    } & Omit<ExpandOptions, 'readable'>)
  | { readonly type: 'next' };

/** What opening a container may take. */
export interface MemberLimits {
  /** Seconds until its next member is there. */
  readonly timeout: number;
  /** MiB of JavaScript heap. */
  readonly maxMemory: number;
}

/** Characters of the process's standard error that are kept to tell why it ended. */
const KEPT = 4096;

/**
 * The members of a container, opened in a process of its own: one that hangs, takes too much memory
 * or ends the process costs itself alone. What was not reached is one reject.
 */
export async function* membersApart(
  container: FoundInput,
  options: ExpandOptions,
  limits: MemberLimits,
  signal?: AbortSignal,
): AsyncGenerator<MemberInput> {
  const opened = new MemberProcess(limits, signal);
  try {
    opened.open(container, options);
    for (;;) {
      const answer = await opened.next();
      if (answer === null) return;
      if ('code' in answer) {
        const { code, says } = answer;
        yield { reject: inputReject(container.uri, code, { says, stage: 'read' }) };
        return;
      }
      yield memberInput(container, answer);
    }
  } finally {
    opened.close();
  }
}

interface EndedEarly {
  readonly code: 'timeout' | 'out_of_memory' | 'crashed';
  readonly says: string;
}

class MemberProcess {
  private readonly process: ChildProcess;
  /** What a killed process leaves behind lies in it. */
  private readonly folder = mkdtempSync(join(tmpdir(), 'gongwen-container-'));
  private readonly stop = (): void => this.close();
  private lastWords = '';
  private end: EndedEarly | undefined;
  private ended = (): void => {};

  constructor(
    private readonly limits: MemberLimits,
    private readonly signal: AbortSignal | undefined,
  ) {
    const { maxMemory } = limits;
    this.process = forkEntry(entryPath('./members-process.js', import.meta.url), maxMemory, {
      stderr: 'pipe',
      env: { ...process.env, TMPDIR: this.folder },
    });
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-KEPT);
    });
    this.process.on('error', ({ message }) => this.over({ code: 'crashed', says: message }));
    this.process.on('close', (status, signal) => {
      const { outOfMemory, says } = childEnd(this.lastWords, status, signal);
      this.over({ code: outOfMemory ? 'out_of_memory' : 'crashed', says });
    });
    this.signal?.addEventListener('abort', this.stop);
  }

  open({ uri, path, content }: FoundInput, { readable, ...how }: ExpandOptions): void {
    const name = basename(uri);
    const given = content ? { name, bytes: content } : { name, path };
    this.send({ ...how, type: 'open', content: given, readable: [...readable] });
  }

  /** The next member, null behind the last, or why there is none. */
  async next(): Promise<Member | EndedEarly | null> {
    this.signal?.throwIfAborted();
    if (this.end) return this.end;
    const { timeout } = this.limits;
    const timer = setTimeout(() => {
      this.over({ code: 'timeout', says: `${timeout} s` });
      this.close();
    }, timeout * 1000);
    try {
      const answer = await new Promise<Member | EndedEarly | null>((resolve) => {
        this.ended = () => resolve(this.end!);
        this.process.once('message', (message) => resolve(message as Member | null));
        this.send({ type: 'next' });
      });
      this.signal?.throwIfAborted();
      return answer;
    } finally {
      clearTimeout(timer);
      this.process.removeAllListeners('message');
    }
  }

  close(): void {
    this.signal?.removeEventListener('abort', this.stop);
    this.process.kill('SIGKILL');
    this.process.once('close', () => rmSync(this.folder, { recursive: true, force: true }));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private over(end: EndedEarly): void {
    this.end ??= end;
    this.ended();
  }

  private send(question: MembersQuestion): void {
    if (this.process.connected) this.process.send(question, () => {});
  }
}
