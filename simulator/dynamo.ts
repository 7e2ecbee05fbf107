import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { refuseBrokenLog } from './brokenLog.ts';

export const tableName = 'BackRoutine';

/** The embedded DynamoDB, with the table in it. */
export interface Dynamo {
  /** On this machine only: http://127.0.0.1:... */
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** The data folder cannot be used; the message is one for the person at the terminal. */
export class DataUnusable extends Error {
  override readonly name = 'DataUnusable';
}

interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  iterator(): AsyncIterable<unknown>;
}
const require = createRequire(import.meta.url);
const dynalite = require('dynalite') as (options: { path?: string; createTableMs: number }) => Server;
// dynalite's own: what reads the folder here must be what reads it there.
const { Level } = createRequire(require.resolve('dynalite'))('level') as { Level: new (path: string) => Level };

/** Dynalite dies without a word on a folder it cannot open, so it is opened once before. */
const refuseUnusable = async (path: string): Promise<void> => {
  try {
    mkdirSync(path, { recursive: true });
    refuseBrokenLog(path);
    const level = new Level(path);
    await level.open();
    for await (const entry of level.iterator()) void entry;
    await level.close();
  } catch (error) {
    const { message, code, cause } = error as Error & { code?: string; cause?: { code?: string; message?: string } };
    if (cause?.code === 'LEVEL_LOCKED') {
      throw new DataUnusable(`The data folder ${path} is in use by another Back Routine. End that one first.`);
    }
    throw new DataUnusable(
      `The data in ${path} cannot be read (${cause?.message ?? message ?? code}). Delete that folder to begin anew, or put a copy back.`,
    );
  }
};

/** Accepts local addresses only, and any key: the keys of a real account never reach it. */
export const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
  });

const createTable = async (endpoint: string): Promise<void> => {
  const client = clientOf(endpoint);
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  const describe = new DescribeTableCommand({ TableName: tableName });
  while ((await client.send(describe)).Table?.TableStatus !== 'ACTIVE');
  client.destroy();
};

/** Starts DynamoDB in this process, on disk if a path is given, else in memory. Throws `DataUnusable`. */
export const startDynamo = async (path?: string): Promise<Dynamo> => {
  if (path !== undefined) await refuseUnusable(path);
  const server = dynalite({ createTableMs: 0, ...(path === undefined ? {} : { path }) });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await createTable(endpoint);
  return {
    endpoint,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
