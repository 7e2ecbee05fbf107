import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';

export interface BadServer {
  readonly endpoint: string;
  /** How many connections it has seen. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

const started = async (server: net.Server): Promise<BadServer> => {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** Accepts, reads, and never says a word. */
export const silent = () => started(net.createServer((socket) => void socket.resume()));

/** Hangs up as soon as it is asked. */
export const hangingUp = () => started(net.createServer((socket) => void socket.once('data', () => socket.destroy())));

/** Nobody listens there any more. */
export const refusing = async (): Promise<BadServer> => {
  const gone = await silent();
  await gone.close();
  return { ...gone, close: () => Promise.resolve() };
};

/** Begins an answer and never ends it. */
export const stalling = () =>
  started(
    http.createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'content-length': 100 });
      response.write('{"Items":');
    }),
  );

/** Answers everything with one status and body. */
export const answering = (status: number, body: string, type = 'application/x-amz-json-1.0') =>
  started(
    http.createServer((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(status, { 'content-type': type });
        response.end(body);
      });
    }),
  );

/** Passes everything on to another endpoint; of the first `lost` answers nobody hears. */
export const losingAnswers = (endpoint: string, lost: number) => {
  let answers = 0;
  return started(
    http.createServer((request, response) => {
      const { method, headers } = request;
      const onward = http.request(endpoint, { method, headers }, (answer) => {
        if (answers++ < lost) return void response.destroy();
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onward);
    }),
  );
};

/**
 * In a thread of its own, so that it lives on while this one is frozen: answers every request with an empty page, and
 * closes the connection soon after without having said so.
 */
export const closingIdle = async (): Promise<BadServer> => {
  const worker = new Worker(
    `const net = require('node:net');
     const { parentPort } = require('node:worker_threads');
     const answer = 'HTTP/1.1 200 OK\\r\\ncontent-type: application/x-amz-json-1.0\\r\\ncontent-length: 12\\r\\n\\r\\n{"Items":[]}';
     let connections = 0;
     const server = net.createServer((socket) => {
       parentPort.postMessage(++connections);
       socket.on('error', () => {});
       socket.on('data', () => { socket.write(answer); setTimeout(() => socket.destroy(), 50); });
     });
     server.listen(0, '127.0.0.1', () => parentPort.postMessage({ port: server.address().port }));`,
    { eval: true },
  );
  let connections = 0;
  const port = new Promise<number>((found) =>
    worker.on('message', (message: number | { port: number }) => {
      if (typeof message === 'number') connections = message;
      else found(message.port);
    }),
  );
  return {
    endpoint: `http://127.0.0.1:${await port}`,
    connections: () => connections,
    close: async () => void (await worker.terminate()),
  };
};
