import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { english } from '../../content/index.ts';
import { patterns, type TurnMetric, values } from '../../infra/turnMetrics.ts';
import { createSkill } from '../../lambda/skill.ts';
import { skillId } from '../../simulator/identity.ts';
import { type Dynamo, startDynamo } from '../../simulator/dynamo.ts';
import { hold, Home } from '../lambda/home.ts';
import { fieldsOf, matches } from './pattern.ts';

type Logged = Record<string, any>;

let table: Dynamo;
let home: Home;
let logged: Logged[] = [];

/** A record as Lambda's JSON log format writes it. */
const asLambda =
  (level: string) =>
  (message: unknown): void => {
    const written = message instanceof Error ? { errorType: message.name, errorMessage: message.message } : message;
    logged.push({ timestamp: '2026-11-20T08:00:00.000Z', level, requestId: 'a-request', message: written });
  };

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(asLambda('INFO'));
  jest.spyOn(console, 'error').mockImplementation(asLambda('ERROR'));
  table = await startDynamo();
});
afterAll(() => table.stop());
beforeEach(() => {
  home = new Home(table);
  logged = [];
});

/** How many of the records each metric counts; of the time it is every turn. */
const counted = (): Partial<Record<TurnMetric, number>> => {
  const counts = Object.entries(patterns).map(
    ([name, pattern]) => [name, logged.filter((record) => matches(pattern, record)).length] as const,
  );
  const { TurnTime, ...rest } = Object.fromEntries(counts);
  expect(TurnTime).toBe(logged.filter(({ level }) => level === 'INFO').length);
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0));
};

const begin = ['alexa, open back routine', 'left', 'yes'];

describe('the metrics of real turns', () => {
  it('count a session that starts, pauses and goes on, once each', async () => {
    const device = home.echo();
    await hold(device, ...begin.slice(0, 2));
    expect(counted()).toEqual({});
    await device.say('yes');
    expect(counted()).toEqual({ SessionsStarted: 1 });
    await device.wait(30);
    await device.say('alexa, stop');
    expect(counted()).toEqual({ SessionsStarted: 1, SessionsPaused: 1 });
    await device.wait(3600);
    await device.say('alexa, open back routine');
    expect(counted()).toEqual({ SessionsStarted: 1, SessionsPaused: 1, SessionsResumed: 1 });
  });

  it('count a session that is finished', async () => {
    const device = home.echo();
    await hold(device, ...begin, 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes');
    expect(counted()).toMatchObject({ SessionsStarted: 1, SessionsFinished: 1 });
  });

  it('count what is not understood', async () => {
    const device = home.echo();
    await hold(device, 'alexa, open back routine', 'purple monkey dishwasher');
    expect(counted()).toEqual({ Misunderstandings: 1 });
  });

  it('count a warning sign', async () => {
    await hold(home.echo(), ...begin, 'i have chest pain');
    expect(counted()).toEqual({ SessionsStarted: 1, WarningSigns: 1 });
  });

  it('count a save that is lost', async () => {
    home.faults = [undefined, 'down'];
    await hold(home.echo(), ...begin);
    expect(counted()).toEqual({ SessionsStarted: 1, SavesLost: 1 });
  });

  it('count an error that ended in an apology', async () => {
    let calls = 0;
    const contentFor = () => {
      if (++calls === 1) throw new Error('nobody foresaw this');
      return english;
    };
    const device = home.echo();
    await device.say('alexa, open back routine');
    const [request] = home.requests;
    logged = [];
    await createSkill(contentFor, home.store, skillId).invoke(request as never);
    expect(counted()).toEqual({ ErrorsLogged: 1 });
  });

  it('ask for fields that every turn has', async () => {
    await hold(home.echo(), ...begin, 'alexa, pause', 'yes');
    expect(logged.length).toBeGreaterThan(3);
    const asked = [...Object.values(patterns), ...Object.values(values).map((path) => `{ ${path} >= 0 }`)].flatMap(
      fieldsOf,
    );
    for (const path of new Set(asked)) {
      const [, first, second] = path.split('.');
      for (const record of logged)
        expect([path, second ? record[first ?? '']?.[second] : record[first ?? '']]).not.toContain(undefined);
    }
  });
});

describe('the patterns', () => {
  it.each(Object.entries(patterns))('%s tell records apart', (_, pattern) => {
    expect(matches(pattern, { level: 'INFO', message: { event: 'another', started: true, ms: 5 } })).toBe(false);
  });
});
