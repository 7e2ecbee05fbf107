import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

// The SDK warns about the oldest Node we support, in every test file anew.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

export interface EmbeddedTable {
  readonly name: string;
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  readonly close: () => Promise<void>;
}

/** A table like the one infra/ makes, in an embedded DynamoDB: in memory, or in a folder where it is kept. */
export const embeddedTable = async (path?: string): Promise<EmbeddedTable> => {
  const name = 'listeners';
  const server = dynalite({ createTableMs: 0, ...(path && { path }) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    maxAttempts: 1,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  const create = new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  });
  await client.send(create).catch((error: unknown) => {
    if (!(error instanceof ResourceInUseException)) throw error;
  });
  // On disk it takes a moment.
  const describe = new DescribeTableCommand({ TableName: name });
  while ((await client.send(describe)).Table?.TableStatus !== 'ACTIVE');
  return {
    name,
    endpoint,
    client,
    close: async () => {
      client.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
};
