import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endProcess } from './end-process.js';
import { NO_S3_SERVER, pythonWithMoto } from './ensure-s3-server.js';
import { freePort } from './redis-server.js';

const PROGRAM = fileURLToPath(new URL('s3-server.py', import.meta.url));

/** An S3 server of one's own with one bucket, on a free port; what it holds is gone when it ends. */
export class S3Server {
  private constructor(
    private readonly process: ChildProcess,
    readonly endpoint: string,
    private readonly key: { readonly key: string; readonly secret: string },
  ) {}

  readonly bucket = 'notices';

  /** `forgetful`: one that drops the conditions of writes. */
  static async start(how: { forgetful?: true } = {}): Promise<S3Server> {
    const python = pythonWithMoto();
    if (python === null) throw new Error(NO_S3_SERVER);
    const port = await freePort();
    const flags = how.forgetful ? ['forgetful'] : [];
    const server = spawn(python, [PROGRAM, String(port), 'notices', ...flags], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const key = JSON.parse(await firstLine(server));
    const endpoint = `http://127.0.0.1:${port}`;
    await answers(endpoint);
    return new S3Server(server, endpoint, key);
  }

  /** The variables by which a process finds it. */
  get environment(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: this.key.key,
      AWS_SECRET_ACCESS_KEY: this.key.secret,
    };
  }

  /** The address of a place in its bucket. */
  url(prefix: string): string {
    return `s3://${this.bucket}/${prefix}`;
  }

  /** Lets it answer nothing until it goes on: its connections stand. */
  pause(): void {
    this.process.kill('SIGSTOP');
  }

  goOn(): void {
    this.process.kill('SIGCONT');
  }

  async remove(): Promise<void> {
    await endProcess(this.process, 'SIGKILL');
  }
}

function firstLine({ stdout, ...child }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stdout!.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.includes('\n')) resolve(text.split('\n', 1)[0]!);
    });
    stdout!.once('end', () => reject(new Error(`The S3 server ended: ${child.exitCode}`)));
  });
}

async function answers(endpoint: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${endpoint}/moto-api/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
