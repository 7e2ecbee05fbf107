import { afterEach, describe, expect, test } from '@jest/globals';
import { dynamoStore } from '../../lambda/dynamoStore.ts';
import { LostRace, StoreUnavailable } from '../../lambda/store.ts';
import { startDynamo, tableName } from '../../simulator/dynamo.ts';
import {
  answering,
  closingIdle,
  hangingUp,
  losingAnswers,
  refusing,
  silent,
  stalling,
  type BadServer,
} from './badServers.ts';
import { now, typicalListener } from './listeners.ts';

const never = new AbortController().signal;
const soon = () => AbortSignal.timeout(300);

const closing: (() => Promise<void>)[] = [];
const closedLater = <T extends { close: () => Promise<void> }>(one: T): T => (closing.push(one.close), one);
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The store as it is deployed, its own client included, pointed to a server the way Lambda's environment would. */
const deployed = ({ endpoint }: Pick<BadServer, 'endpoint'>, table = 'listeners') => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
  });
  const store = dynamoStore({ table });
  return {
    load: (signal: AbortSignal) => store.load('user', now, signal),
    save: (signal: AbortSignal, revision = 'mine') =>
      store.save('user', 'household', { listener: typicalListener, revision }, undefined, signal),
  };
};
const failure = (type: string) => JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'no' });

describe.each([
  ['never answers', silent],
  ['refuses', refusing],
  ['begins to answer and stops', stalling],
  ['hangs up', hangingUp],
  ['has an error', () => answering(500, failure('InternalServerError'))],
  ['is not there for now', () => answering(503, '')],
  ['is throttled', () => answering(400, failure('ProvisionedThroughputExceededException'))],
  ['is asked too often', () => answering(400, failure('ThrottlingException'))],
  ['has lost the table', () => answering(400, failure('ResourceNotFoundException'))],
  ['lets nobody in', () => answering(400, failure('AccessDeniedException'))],
  ['answers in another language', () => answering(200, '<html>')],
])('a server that %s', (_, start) => {
  test('makes the store unavailable, and says why', async () => {
    const store = deployed(closedLater(await start()));
    const unavailable = { name: 'StoreUnavailable', cause: expect.anything() as unknown };
    await expect(store.load(soon())).rejects.toMatchObject(unavailable);
    await expect(store.save(soon())).rejects.toMatchObject(unavailable);
  });
});

test.each([
  ['never answers', silent],
  ['begins to answer and stops', stalling],
])('the signal ends a call to a server that %s', async (_, start) => {
  const store = deployed(closedLater(await start()));
  const turn = new AbortController();
  const calls = [store.load(turn.signal), store.save(turn.signal)];
  setTimeout(() => turn.abort(), 100);
  for (const call of await Promise.allSettled(calls))
    expect(call).toMatchObject({ reason: expect.any(StoreUnavailable) });
  await expect(store.load(turn.signal)).rejects.toThrow(StoreUnavailable);
});

test('without a signal the client gives up by itself', async () => {
  const store = deployed(closedLater(await silent()));
  await expect(store.load(never)).rejects.toMatchObject({ cause: { name: 'TimeoutError' } });
});

test('an error is not tried again', async () => {
  const server = closedLater(await answering(500, failure('InternalServerError')));
  await expect(deployed(server).load(never)).rejects.toThrow(StoreUnavailable);
  expect(server.connections()).toBe(1);
});

test('a dropped connection is tried again, once', async () => {
  const server = closedLater(await hangingUp());
  await expect(deployed(server).load(never)).rejects.toThrow(StoreUnavailable);
  expect(server.connections()).toBe(2);
});

test('a connection that was closed while Lambda froze us costs nothing', async () => {
  const server = closedLater(await closingIdle());
  const store = deployed(server);
  expect((await store.load(never)).size).toBe(0);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  expect((await store.load(never)).size).toBe(0);
});

describe('a server whose answers get lost', () => {
  const open = async (lost: number) => {
    const table = await startDynamo();
    closing.push(table.stop);
    return deployed(closedLater(await losingAnswers(table.endpoint, lost)), tableName);
  };

  test('the second try loses the race to the first, and reading shows that it is ours', async () => {
    const store = await open(1);
    await expect(store.save(soon())).rejects.toThrow(LostRace);
    expect((await store.load(soon())).get('household')).toEqual({ listener: typicalListener, revision: 'mine' });
  });

  test('when both get lost it is unavailable, and still saved', async () => {
    const store = await open(2);
    await expect(store.save(soon())).rejects.toThrow(StoreUnavailable);
    expect((await store.load(soon())).get('household')?.revision).toBe('mine');
  });

  test('a lost reading is read again', async () => {
    expect((await (await open(1)).load(soon())).size).toBe(0);
  });
});
