import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** The function answered with an error, or not at all. */
export class FunctionFailed extends Error {
  override readonly name = 'FunctionFailed';
}

const body = async (request: http.IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
};

interface Invocation {
  readonly event: string;
  readonly answered: (payload: string) => void;
  readonly failed: (error: Error) => void;
}

/** Lambda's Runtime API, of one execution environment: the server that the runtime interface client talks to. */
export class RuntimeApi {
  /** All that the function has written. */
  log = '';
  readonly #server = http.createServer((request, response) => void this.#serve(request, response));
  #waiting: http.ServerResponse | undefined;
  #current: Invocation | undefined;
  #onAsk: { asked: () => void; failed: (error: Error) => void } | undefined;
  #deadline = 0;

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** When the client asks for a request. */
  asked(): Promise<void> {
    return new Promise((asked, failed) => {
      if (this.#waiting) asked();
      else this.#onAsk = { asked, failed };
    });
  }

  fail(error: Error): void {
    this.#current?.failed(error);
    this.#onAsk?.failed(error);
  }

  async invoke(event: unknown, patience: number): Promise<unknown> {
    await this.asked();
    let timer: NodeJS.Timeout | undefined;
    try {
      const payload = await new Promise<string>((answered, failed) => {
        timer = setTimeout(() => failed(new FunctionFailed(`no answer within ${patience} ms\n${this.log}`)), patience);
        this.#current = { event: JSON.stringify(event), answered, failed };
        this.#deadline = Date.now() + patience;
        this.#hand();
      });
      return JSON.parse(payload);
    } finally {
      clearTimeout(timer);
      this.#current = undefined;
    }
  }

  #hand(): void {
    const response = this.#waiting;
    if (!response || !this.#current) return;
    this.#waiting = undefined;
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': randomUUID(),
      'lambda-runtime-deadline-ms': String(this.#deadline),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-1:123456789012:function:artefact',
      'lambda-runtime-trace-id': 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0',
    });
    response.end(this.#current.event);
  }

  async #serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const what = request.url?.replace('/2018-06-01/runtime/', '') ?? '';
    if (what === 'invocation/next') {
      this.#waiting = response;
      this.#onAsk?.asked();
      this.#onAsk = undefined;
      return this.#hand();
    }
    const text = await body(request);
    if (what.endsWith('/response')) this.#current?.answered(text);
    else if (what.endsWith('/error')) this.fail(new FunctionFailed(text));
    response.writeHead(202).end('{"status":"OK"}');
  }
}
