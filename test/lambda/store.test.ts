import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PutItemCommand, QueryCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { schema } from '../../lambda/record.ts';
import { dynamoStore } from '../../lambda/dynamoStore.ts';
import { listenerKey, partitionKey, sortKey } from '../../lambda/fingerprint.ts';
import { LostRace } from '../../lambda/store.ts';
import { newListener } from '../../routine/listener.ts';
import { clientOf, type Dynamo, startDynamo, tableName } from '../../simulator/dynamo.ts';
import { itemSize } from './itemSize.ts';
import { fullListener, now, typicalListener } from './listeners.ts';
import { storeContract } from './storeContract.ts';

const inTime = () => AbortSignal.timeout(2000);
const storeOf = ({ endpoint }: Dynamo) => dynamoStore({ table: tableName, client: clientOf(endpoint) });

const temporaryFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'back-routine-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

storeContract('an embedded DynamoDB in memory', async () => {
  const table = await startDynamo();
  return { store: storeOf(table), close: table.stop };
});

storeContract('an embedded DynamoDB on disk', async () => {
  const { folder, remove } = await temporaryFolder();
  const table = await startDynamo(folder);
  return { store: storeOf(table), close: () => table.stop().then(remove) };
});

test('what is on disk survives', async () => {
  const { folder, remove } = await temporaryFolder();
  const before = await startDynamo(folder);
  await storeOf(before).save('user', 'household', { listener: fullListener, revision: 'first' }, undefined, inTime());
  await before.stop();
  const after = await startDynamo(folder);
  const account = await storeOf(after).load('user', now, inTime());
  await after.stop();
  await remove();
  expect(account).toEqual(new Map([['household', { listener: fullListener, revision: 'first' }]]));
});

describe('in the table', () => {
  const userId = `amzn1.ask.account.${'A'.repeat(237)}`;
  const personId = `amzn1.ask.person.${'P'.repeat(238)}`;
  let table: Dynamo;
  let client: DynamoDBClient;
  beforeAll(async () => {
    table = await startDynamo();
    client = clientOf(table.endpoint);
  });
  afterAll(() => table.stop());

  const store = () => dynamoStore({ table: tableName, client });
  const load = (user: string) => store().load(user, now, inTime());
  const save = (user: string, revision: string, previous?: string) =>
    store().save(user, 'household', { listener: typicalListener, revision }, previous, inTime());
  const itemsOf = async (user: string) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: partitionKey(user) } },
      }),
    );
    return Items;
  };
  const change = async (user: string, attributes: Record<string, AttributeValue | undefined>) => {
    const Item = { ...(await itemsOf(user))[0], ...attributes } as Record<string, AttributeValue>;
    for (const [name, value] of Object.entries(attributes)) if (!value) delete Item[name];
    await client.send(new PutItemCommand({ TableName: tableName, Item }));
  };

  test('the fullest item is under 1 KB, expires 400 days after the last turn, and holds no raw id', async () => {
    const key = listenerKey(personId);
    await storeOf(table).save(
      userId,
      key,
      { listener: fullListener, revision: 'Xk2_9sXk2_9sXk2_' },
      undefined,
      inTime(),
    );
    const [item = {}] = await itemsOf(userId);
    const plain = Object.entries(item).map(([name, { S, N }]) => [name, S ?? Number(N)]);
    expect(itemSize(Object.fromEntries(plain) as Record<string, unknown>)).toBeLessThan(1024);
    expect(item.expiresAt).toEqual({ N: String(Math.floor(now / 1000) + 400 * 24 * 60 * 60) });
    expect(JSON.stringify(item)).not.toContain('amzn1');
  });

  test.each([
    ['broken', { l: { S: 'broken' } }],
    ['of another type', { x: { L: [{ N: '1' }] } }],
    ['without a version', { v: undefined }],
  ])('a record that is %s is a fresh listener, and can be replaced', async (name, attributes) => {
    await save(name, 'first');
    await change(name, attributes);
    expect(await load(name)).toEqual(new Map([['household', { listener: newListener, revision: 'first' }]]));
    await save(name, 'second', 'first');
    expect((await load(name)).get('household')?.listener).toEqual(typicalListener);
  });

  test('a record without a revision is left out, and can be replaced', async () => {
    await save('unmarked', 'first');
    await change('unmarked', { revision: undefined });
    expect((await load('unmarked')).size).toBe(0);
    await save('unmarked', 'second');
    expect((await load('unmarked')).size).toBe(1);
  });

  test('what a newer version wrote is left out, and is not replaced', async () => {
    await save('newer', 'first');
    await change('newer', { v: { N: String(schema + 1) } });
    expect((await load('newer')).size).toBe(0);
    await expect(save('newer', 'second')).rejects.toThrow(LostRace);
  });

  test('a broken session costs the session only', async () => {
    await save('half', 'first');
    await change('half', { p: { S: 'ten' } });
    expect((await load('half')).get('household')?.listener).toEqual({ ...typicalListener, session: undefined });
  });

  test('reading sees what was written a moment ago', async () => {
    const send = jest.spyOn(client, 'send');
    await load('anybody');
    // The embedded table is consistent anyway; only the request tells.
    expect(send.mock.calls.map(([command]) => command.input)).toEqual([
      expect.objectContaining({ ConsistentRead: true }),
    ]);
    send.mockRestore();
  });

  test('other things of an account are none of its listeners', async () => {
    const [pk, sk] = [{ S: partitionKey('other') }, { S: 'SOMETHING#household' }];
    const Item = { pk, sk, revision: { S: 'first' } };
    await client.send(new PutItemCommand({ TableName: tableName, Item }));
    expect((await load('other')).size).toBe(0);
  });
});

test('keys are hashes, and a raw id is none', () => {
  expect(partitionKey('user')).toBe('USER#BPiZbadjt6lpsQKO4wB1aerzpjVIbdqyEdUSyFud-Ps');
  expect(sortKey(listenerKey(undefined))).toBe('LISTENER#household');
  expect(sortKey(listenerKey('user'))).toBe('LISTENER#BPiZbadjt6lpsQKO4wB1aerzpjVIbdqyEdUSyFud-Ps');
  expect(() => sortKey('amzn1.ask.person.1')).toThrow(RangeError);
});
