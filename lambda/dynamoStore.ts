import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../routine/exercise.ts';
import { newListener } from '../routine/listener.ts';
import { listenerPrefix, partitionKey, sortKey } from './fingerprint.ts';
import type { Item } from './packing.ts';
import { pack, schema, unpack } from './record.ts';
import { LostRace, StoreUnavailable, type ListenerStore, type Stored } from './store.ts';

const lifetimeInSeconds = 400 * 24 * 60 * 60;

const wasDropped = (error: unknown): boolean =>
  ['ECONNRESET', 'EPIPE'].includes(String((error as { code?: unknown } | undefined)?.code));

const attempt = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 });

/**
 * Once more and at once, where the connection was dropped, and never else: Lambda freezes us between two turns, and a
 * connection that is closed meanwhile is found dead by the next call. Had a first write arrived all the same, its
 * condition fails the second time, and reading shows our revision.
 */
const retryWhenDropped = {
  acquireInitialRetryToken: () => Promise.resolve(attempt(0)),
  refreshRetryTokenForRetry: (last: ReturnType<typeof attempt>, { error }: { error?: unknown }) =>
    last.getRetryCount() === 0 && wasDropped(error)
      ? Promise.resolve(attempt(1))
      : Promise.reject(new Error('not tried again')),
  recordSuccess: () => undefined,
};

/** Without `throwOnRequestTimeout` a late answer is only warned about, and waited for. */
const newClient = () =>
  new DynamoDBClient({
    retryStrategy: retryWhenDropped,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });

const toAttributes = (item: Item): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      typeof value === 'number' ? { N: String(value) } : { S: String(value) },
    ]),
  );

const fromAttributes = (attributes: Record<string, AttributeValue>): Item =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, value.N === undefined ? value.S : Number(value.N)]),
  );

/** What an item stands for at a moment, or nothing. */
const read = (item: Item, now: Instant): Stored | undefined => {
  if (typeof item.expiresAt === 'number' && item.expiresAt * 1000 <= now) return undefined;
  const record = unpack(item);
  if (record) return { listener: record.listener, revision: record.revision };
  const newer = typeof item.v === 'number' && item.v > schema;
  return newer || typeof item.revision !== 'string' ? undefined : { listener: newListener, revision: item.revision };
};

/** Runs a call, and puts what goes wrong into the words of the port. */
const translated = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException) throw new LostRace('another revision is stored', { cause });
    throw new StoreUnavailable('the table did not take part', { cause });
  }
};

/** Listeners in a DynamoDB table. The client's own time limits are a net; the deadline is the caller's signal. */
export const dynamoStore = ({
  table,
  client = newClient(),
}: {
  table: string;
  client?: DynamoDBClient;
}): ListenerStore => ({
  load: (userId, now, signal) =>
    translated(async () => {
      const query = new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': { S: partitionKey(userId) }, ':prefix': { S: listenerPrefix } },
      });
      const { Items = [] } = await client.send(query, { abortSignal: signal });
      return new Map(
        Items.flatMap((attributes) => {
          const { sk, ...item } = fromAttributes(attributes);
          const stored = read(item, now);
          return stored && typeof sk === 'string' ? [[sk.slice(listenerPrefix.length), stored] as const] : [];
        }),
      );
    }),

  save: (userId, key, { listener, revision }, previous, signal) =>
    translated(async () => {
      if (listener.lastAt === undefined) throw new RangeError('a listener is saved with the moment of its last turn');
      const seconds = Math.floor(listener.lastAt / 1000);
      const item = {
        pk: partitionKey(userId),
        sk: sortKey(key),
        ...pack(listener, revision, seconds + lifetimeInSeconds),
      };
      const put = new PutItemCommand({
        TableName: table,
        Item: toAttributes(item),
        // DynamoDB deletes late: what has expired may still be there, and is replaced as if it were not.
        ConditionExpression:
          previous === undefined ? 'attribute_not_exists(revision) OR expiresAt <= :now' : 'revision = :previous',
        ExpressionAttributeValues: toAttributes(
          previous === undefined ? { ':now': seconds } : { ':previous': previous },
        ),
      });
      await client.send(put, { abortSignal: signal });
    }),

  forget: (userId, keys, signal) =>
    translated(async () => {
      const pk = { S: partitionKey(userId) };
      const everything = new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: 'sk',
        ExpressionAttributeValues: { ':pk': pk },
      });
      const items = keys
        ? keys.map((key) => ({ sk: { S: sortKey(key) } }))
        : ((await client.send(everything, { abortSignal: signal })).Items ?? []);
      const deletions = items.map(
        ({ sk }) => new DeleteItemCommand({ TableName: table, Key: { pk, sk: sk as AttributeValue } }),
      );
      await Promise.all(deletions.map((one) => client.send(one, { abortSignal: signal })));
    }),
});
