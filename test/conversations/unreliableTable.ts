import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TableState } from './grammar.ts';

/** Stands between the skill and DynamoDB, and fails as told. */
export interface UnreliableTable {
  readonly endpoint: string;
  state: TableState;
  stop(): Promise<void>;
}

/** Starts in state 'up'. */
export const startUnreliableTable = async (dynamo: string): Promise<UnreliableTable> => {
  const pass = (from: IncomingMessage, to: ServerResponse, answers: boolean): void => {
    const onward = request(dynamo + (from.url ?? '/'), { method: from.method, headers: from.headers }, (answer) => {
      if (!answers) return void answer.resume();
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  };
  const server = createServer((from, to) => {
    if (table.state === 'down') from.socket.destroy();
    else if (table.state === 'slow') from.resume();
    else pass(from, to, table.state === 'up');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const table: UnreliableTable = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state: 'up',
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return table;
};
