import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FunctionFailed, RuntimeApi } from './runtimeApi.ts';

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

const packages = (root: string) => path.join(root, 'test/artefact/node_modules');

/** Node as Lambda has it, and its arguments to start the runtime interface client. */
const runtimeOf = (root: string): [string, string] => {
  if (process.platform !== 'linux') throw new Error("Lambda's runtime interface client is built for Linux only");
  const node = path.join(packages(root), `node-linux-${process.arch}/bin/node`);
  return [node, path.join(packages(root), 'aws-lambda-ric/index.mjs')];
};

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
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (api.log += text));
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

  /** The processor time that the threads of the process have had so far, in milliseconds. */
  get processorTime(): number {
    const threads = readdirSync(`/proc/${this.pid}/task`);
    const times = threads.map(
      (thread) => readFileSync(`/proc/${this.pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0],
    );
    return times.reduce((sum, nanoseconds) => sum + Number(nanoseconds) / 1e6, 0);
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
