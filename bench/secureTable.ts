import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateTableCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { clientOf, startDynamo } from '../simulator/dynamo.ts';

const keyed = (TableName: string, ...keys: readonly string[]): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: keys.map((AttributeName, n) => ({ AttributeName, KeyType: n === 0 ? 'HASH' : 'RANGE' })),
});

export interface SecureTable {
  /** What a function is told to find it, and to trust it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * An embedded DynamoDB behind TLS, as the real one is: without it a bundle would load other parts of Node than it does
 * on Lambda. Has the tables `skill` and `standard`.
 */
export const secureTable = async (): Promise<SecureTable> => {
  const dynamo = await startDynamo();
  const client = clientOf(dynamo.endpoint);
  await client.send(new CreateTableCommand(keyed('skill', 'pk', 'sk')));
  await client.send(new CreateTableCommand(keyed('standard', 'id')));
  client.destroy();

  const folder = mkdtempSync(path.join(tmpdir(), 'back-routine-bench-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name)) as [string, string];
  const asked =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=bench -addext subjectAltName=IP:127.0.0.1';
  const { status, stderr } = spawnSync('openssl', [...asked.split(' '), '-keyout', key, '-out', cert], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr ?? 'it is not installed'}`);

  const agent = new http.Agent({ keepAlive: true });
  const server = https.createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    const { method, headers } = request;
    const onward = http.request(dynamo.endpoint, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    environment: { AWS_ENDPOINT_URL_DYNAMODB: `https://127.0.0.1:${port}`, NODE_EXTRA_CA_CERTS: cert },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await dynamo.stop();
      rmSync(folder, { recursive: true });
    },
  };
};
