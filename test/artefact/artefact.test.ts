import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type AlexaApi, startAlexaApi } from '../../simulator/alexaApi.ts';
import { Clock } from '../../simulator/clock.ts';
import { Echo } from '../../simulator/device.ts';
import { clientOf } from '../../simulator/dynamo.ts';
import type { ApiAccess } from '../../simulator/envelope.ts';
import { deviceIdOf, userIdOf } from '../../simulator/identity.ts';
import type { InteractionModel } from '../../simulator/understand.ts';
import { type BadServer, refusing, silent } from '../lambda/badServers.ts';
import { hold, words } from '../lambda/home.ts';
import { type GuardedTable, guardedTable } from './guardedTable.ts';
import { Environment } from './lambda.ts';
import { functionIn, rightsIn, tableIn } from './template.ts';

/*
 * The asset that would be uploaded, unchanged, run as Lambda runs it: handler, environment and time limit from the
 * template, under the real runtime interface client and Lambda's Node, on a table that refuses what the template's
 * policy does not allow.
 */

const root = path.join(__dirname, '../..');
const assembly = path.join(root, 'cdk.out');
const skill = functionIn(assembly, 'BackRoutineSkill');
const model = JSON.parse(
  readFileSync(path.join(root, 'interactionModel/custom/en-US.json'), 'utf8'),
) as InteractionModel;
const skillId = skill.environment.SKILL_ID ?? '';
const open = 'alexa, start back routine';

let table: GuardedTable;
const running: Environment[] = [];
beforeAll(async () => {
  table = await guardedTable(tableIn(assembly, 'BackRoutineData'), rightsIn(assembly, 'BackRoutineSkill'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});
afterAll(() => table.stop());

const started = async (endpoint = table.endpoint): Promise<Environment> => {
  const environment = { ...skill.environment, AWS_ENDPOINT_URL_DYNAMODB: endpoint };
  const one = await Environment.start(root, { ...skill, environment });
  running.push(one);
  return one;
};

/** A person with an Echo; each turn is taken by the environment that `lambda` holds by then. */
const echoOf = (
  name: string,
  lambda: { current: Environment },
  more: { applicationId?: string; api?: ApiAccess } = {},
) => {
  const userId = userIdOf(name);
  const clock = new Clock(Date.parse('2026-11-20T08:00:00Z'));
  return new Echo({
    applicationId: skillId,
    userId,
    deviceId: deviceIdOf(userId, 'bedroom'),
    locale: 'en-US',
    model,
    clock,
    handler: (event) => lambda.current.invoke(event),
    ...more,
  });
};

/** In the second hold of the first exercise, then paused. */
const pausedInAHold = async (echo: Echo) => {
  await hold(echo, open, 'left');
  await echo.say('yes');
  await echo.wait(110);
  return words(await echo.say('alexa, pause'));
};

describe('what would be uploaded', () => {
  it('is the bundle that was built, and nothing else', () => {
    expect(readdirSync(skill.folder)).toEqual(['index.mjs']);
    const built = readFileSync(path.join(root, 'dist/lambda/index.mjs'));
    expect(readFileSync(path.join(skill.folder, 'index.mjs')).equals(built)).toBe(true);
    expect(skill.runtime).toBe('nodejs24.x');
  });

  it('runs where it may only read, write and delete listeners', async () => {
    const client = clientOf(table.endpoint);
    const scan = client.send(new ScanCommand({ TableName: skill.environment.TABLE_NAME }));
    await expect(scan).rejects.toThrow('not authorized to perform: dynamodb:Scan');
    client.destroy();
    expect(table.asked.splice(0)).toEqual(['refused Scan']);
  });
});

describe('the artefact', () => {
  it('resumes at the very set in another execution environment', async () => {
    const lambda = { current: await started() };
    const echo = echoOf('resumes', lambda);
    expect(await pausedInAHold(echo)).toContain('Paused.');
    await echo.wait(2 * 60 * 60);
    expect(echo.open).toBe(false);

    lambda.current = await started();
    const [back] = await hold(echo, open);
    expect(back).toMatch(/^Welcome back\. Ballerina stretch, left side, second of three\./);
  });

  it('tells what happened in each turn as a structured record, without who or words', async () => {
    const lambda = { current: await started() };
    await pausedInAHold(echoOf('records', lambda));
    const lines = lambda.current.log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: string; message: unknown });
    const turns = lines.filter(({ message }) => (message as { event?: string }).event === 'turn');
    expect(turns).toHaveLength(4);
    expect(turns[3]).toMatchObject({
      level: 'INFO',
      requestId: expect.any(String),
      message: { said: 'pause', saved: 'saved' },
    });
    expect(lambda.current.log).not.toMatch(/amzn1\.ask\.account/);
  });

  it('has read once before its first request, and connects no more for it', async () => {
    table.asked.splice(0);
    const before = table.connections();
    const lambda = { current: await started() };
    expect(table.asked).toEqual(['Query']);
    await hold(echoOf('first', lambda), open);
    expect(table.connections()).toBe(before + 1);
  });

  it('refuses requests of another skill', async () => {
    const lambda = { current: await started() };
    const stranger = echoOf('stranger', lambda, {
      applicationId: 'amzn1.ask.skill.11111111-0000-4000-8000-000000000000',
    });
    const problem = expect.stringMatching(/AskSdk\.CustomSkill Error.*verification failed/);
    expect(await stranger.say(open)).toContainEqual({ kind: 'problem', message: problem });
    // One that is ours is answered as ever.
    expect(await hold(echoOf('known', lambda), open)).toEqual([expect.stringMatching(/^Welcome to Back Routine/)]);
  });

  it('forgets an account that takes the skill off', async () => {
    const lambda = { current: await started() };
    const echo = echoOf('leaves', lambda);
    await pausedInAHold(echo);
    await echo.wait(2 * 60 * 60);
    table.asked.splice(0);
    const timestamp = new Date(echo.now).toISOString();
    const user = { userId: userIdOf('leaves') };
    await lambda.current.invoke({
      version: '1.0',
      context: {
        System: { application: { applicationId: skillId }, user, apiEndpoint: 'https://api.amazonalexa.com' },
      },
      request: {
        type: 'AlexaSkillEvent.SkillDisabled',
        requestId: 'disabled',
        timestamp,
        eventCreationTime: timestamp,
      },
    });
    expect(table.asked).toEqual(['Query', 'Query', 'DeleteItem']);
    expect(await hold(echo, open)).toEqual([expect.stringMatching(/^Welcome to Back Routine/)]);
  });

  it('takes 300 warm turns, and asks the table for nothing that it may not do', async () => {
    const lambda = { current: await started() };
    const echo = echoOf('busy', lambda);
    await pausedInAHold(echo);
    await echo.say('alexa, stop');
    table.asked.splice(0);
    const times: number[] = [];
    for (let n = 0; n < 300; n++) {
      const began = performance.now();
      await echo.say([open, 'alexa, pause', 'alexa, stop'][n % 3] ?? open);
      times.push(performance.now() - began);
      await echo.wait(5);
    }
    expect(new Set(table.asked)).toEqual(new Set(['Query', 'PutItem']));
    const sorted = times.sort((a, b) => a - b);
    const [half, slow] = [0.5, 0.99].map((part) => sorted[Math.floor(part * sorted.length)]?.toFixed(1));
    process.stdout.write(
      `${times.length} warm turns: p50 ${half} ms, p99 ${slow} ms; ${lambda.current.memory.toFixed(0)} MB\n`,
    );
  });
});

describe("Alexa's reminders", () => {
  let api: AlexaApi | undefined;
  afterEach(() => api?.stop());

  it('are set, told and cancelled', async () => {
    const lambda = { current: await started() };
    api = await startAlexaApi({ now: () => echo.now, timeZone: 'America/New_York' });
    const echo = echoOf('reminded', lambda, { api });
    await hold(echo, open, 'left');
    await hold(echo, 'remind me every day at eight am');
    expect(api.reminders).toHaveLength(1);
  });
});

describe('a table that is dead at the start', () => {
  const bad: BadServer[] = [];
  afterEach(async () => {
    for (const server of bad.splice(0)) await server.close();
  });

  it.each([
    ['refuses connections', refusing],
    ['accepts them and never answers', silent],
  ])('%s: the skill speaks all the same, and says that it may not remember', async (_, server) => {
    const table = await server();
    bad.push(table);
    const lambda = { current: await started(table.endpoint) };
    const [welcome] = await hold(echoOf('unlucky', lambda), open);
    expect(welcome).toMatch(/^Welcome to Back Routine.*(remember|save)/);
  });
});
