import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** What Lambda is told of a function. */
export interface LambdaFunction {
  /** The code, unpacked. */
  readonly folder: string;
  /** Such as index.handler. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  /** In seconds. */
  readonly timeout: number;
  /** In MB. */
  readonly memory: number;
}

/** The function answered with an error, or not at all. */
export class FunctionFailed extends Error {
  override readonly name = 'FunctionFailed';
}

const packages = (root: string) => path.join(root, 'test/artefact/node_modules');

/** Node as Lambda has it, and its arguments to start the runtime interface client. */
const runtimeOf = (root: string): [string, string] => {
  if (process.platform !== 'linux') throw new Error("Lambda's runtime interface client is built for Linux only");
  const node = path.join(packages(root), `node-linux-${process.arch}/bin/node`);
  return [node, path.join(packages(root), 'aws-lambda-ric/index.mjs')];
};

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

/**
 * One execution environment of a function: a process with the runtime interface client, which asks the Runtime API for
 * requests and tells it the answers. Takes one request at a time, as Lambda's do.
 */
export class Environment {
  /** From the start of the process until it asked for its first request, in milliseconds. */
  readonly init: number;
  readonly #function: LambdaFunction;
  readonly #api: RuntimeApi;
  readonly #process: ChildProcess;

  private constructor(one: LambdaFunction, api: RuntimeApi, child: ChildProcess, init: number) {
    this.#function = one;
    this.#api = api;
    this.#process = child;
    this.init = init;
  }

  /**
   * Throws `FunctionFailed` if the function does not come up. `root` is the project's folder; `born` is told the process
   * before it has done anything.
   */
  static async start(root: string, one: LambdaFunction, born?: (pid: number) => void): Promise<Environment> {
    const api = new RuntimeApi();
    const address = await api.listen();
    const [node, client] = runtimeOf(root);
    const began = performance.now();
    const child = spawn(node, [client, one.handler], {
      cwd: one.folder,
      env: {
        ...one.environment,
        PATH: process.env.PATH,
        TZ: ':UTC',
        AWS_LAMBDA_RUNTIME_API: address,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        AWS_LAMBDA_FUNCTION_NAME: 'artefact',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(one.memory),
        AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/artefact',
        AWS_LAMBDA_LOG_STREAM_NAME: 'artefact',
        AWS_LAMBDA_LOG_FORMAT: 'JSON',
        AWS_LAMBDA_LOG_LEVEL: 'INFO',
        AWS_REGION: 'us-east-1',
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'embedded',
        AWS_SECRET_ACCESS_KEY: 'embedded',
        AWS_SESSION_TOKEN: 'embedded',
        LAMBDA_TASK_ROOT: one.folder,
        _HANDLER: one.handler,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) born?.(child.pid);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (api.log += text));
    child.once('exit', (code) => api.fail(new FunctionFailed(`the process ended with ${code}\n${api.log}`)));
    try {
      await api.asked();
    } catch (error) {
      child.kill('SIGKILL');
      api.close();
      throw error;
    }
    return new Environment(one, api, child, performance.now() - began);
  }

  get pid(): number {
    return Number(this.#process.pid);
  }

  /** All that the function has written, as CloudWatch would get it. */
  get log(): string {
    return this.#api.log;
  }

  /** The processor time the process has had so far, in milliseconds, by ticks of ten. */
  get processorTime(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8');
    const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12);
    return (Number(user) + Number(system)) * 10;
  }

  /** The most memory the process has had, in MB. */
  get memory(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** One request, with its answer. Throws `FunctionFailed`. */
  invoke(event: unknown): Promise<unknown> {
    return this.#api.invoke(event, this.#function.timeout * 1000);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await ended;
    }
    this.#api.close();
  }
}

/** Lambda's Runtime API, of one execution environment: the server that the runtime interface client talks to. */
class RuntimeApi {
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
