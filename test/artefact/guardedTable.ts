import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { clientOf, startDynamo } from '../../simulator/dynamo.ts';
import type { Statement } from './template.ts';

const arnOf = (table: string) => `arn:aws:dynamodb:us-east-1:123456789012:table/${table}`;

/** IAM's patterns: a star is any text. */
const fits = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  ).test(text);

const mayDo = (rights: readonly Statement[], action: string, resource: string): boolean => {
  const about = rights.filter(
    ({ actions, resources }) =>
      actions.some((one) => fits(one, action)) && resources.some((one) => fits(one, resource)),
  );
  return about.some(({ effect }) => effect === 'Allow') && about.every(({ effect }) => effect === 'Allow');
};

export interface GuardedTable {
  readonly endpoint: string;
  /** The actions asked for so far, in order: those that were refused begin with "refused ". */
  readonly asked: string[];
  /** How many connections it has seen. */
  readonly connections: () => number;
  stop(): Promise<void>;
}

/** An embedded DynamoDB that refuses, as AWS would, whatever these rights do not allow. */
export const guardedTable = async (
  table: CreateTableCommandInput,
  rights: readonly Statement[],
): Promise<GuardedTable> => {
  const dynamo = await startDynamo();
  const client = clientOf(dynamo.endpoint);
  await client.send(new CreateTableCommand(table));
  client.destroy();
  const asked: string[] = [];
  const agent = new http.Agent({ keepAlive: true });

  const serve = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const action = String(request.headers['x-amz-target']).replace('DynamoDB_20120810.', '');
    const { TableName = '' } = JSON.parse(body) as { TableName?: string };
    if (!mayDo(rights, `dynamodb:${action}`, arnOf(TableName))) {
      asked.push(`refused ${action}`);
      const message = `User is not authorized to perform: dynamodb:${action} on resource: ${arnOf(TableName)}`;
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      return void response.end(
        JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message: message }),
      );
    }
    asked.push(action);
    const { method, headers } = request;
    const onward = http.request(dynamo.endpoint, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.end(body);
  };
  const server = http.createServer((request, response) => void serve(request, response));
  let connections = 0;
  server.on('connection', () => connections++);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    connections: () => connections,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await dynamo.stop();
    },
  };
};
