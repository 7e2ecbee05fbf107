import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { english } from '../../content/index.ts';
import { dynamoStore } from '../../lambda/dynamoStore.ts';
import { createSkill } from '../../lambda/skill.ts';
import { type ListenerStore, StoreUnavailable } from '../../lambda/store.ts';
import { Clock } from '../../simulator/clock.ts';
import { Echo, type Handler } from '../../simulator/device.ts';
import type { Happening } from '../../simulator/happening.ts';
import { deviceIdOf, skillId, userIdOf } from '../../simulator/identity.ts';
import { wordsIn } from '../../simulator/transcript.ts';
import type { InteractionModel } from '../../simulator/understand.ts';
import { embeddedTable, type EmbeddedTable } from './embeddedTable.ts';

const modelFile = path.join(__dirname, '../../interactionModel/custom/en-US.json');
const model = JSON.parse(readFileSync(modelFile, 'utf8')) as InteractionModel;

let table: EmbeddedTable;
let store: ListenerStore;
let calls: string[];
/** What happens to the next calls of the table; each is used once. */
let faults: ('down' | 'answerLost')[];
let home = 0;

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  table = await embeddedTable();
});
afterAll(() => table.close());

beforeEach(() => {
  const real = dynamoStore({ table: table.name, client: table.client });
  calls = [];
  faults = [];
  home += 1;
  const counted = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    calls.push(name);
    const fault = faults.shift();
    if (fault === 'down') throw new StoreUnavailable('down for this test');
    const result = await call();
    if (fault === 'answerLost') throw new StoreUnavailable('its answer got lost');
    return result;
  };
  store = {
    load: (...args) => counted('read', () => real.load(...args)),
    save: (...args) => counted('write', () => real.save(...args)),
    forget: (...args) => counted('delete', () => real.forget(...args)),
  };
});

const clock = () => new Clock(Date.parse('2026-11-20T08:00:00Z'));

const echo = (name = 'kitchen', time = clock()): Echo => {
  const skill = createSkill(english, store, skillId);
  const sender = { applicationId: skillId, userId: userIdOf(`home ${home}`), deviceId: deviceIdOf('home', name), locale: 'en-US' };
  return new Echo({ ...sender, model, clock: time, handler: ((event, context) => skill.invoke(event as never, context)) });
};

const words = (happenings: readonly Happening[]): string =>
  happenings.map((one) => (one.kind === 'speaks' ? wordsIn(one.speech) : '')).join(' ');

/** Says each line at the open microphone, and hears it out. */
const hold = async (device: Echo, ...lines: string[]): Promise<string[]> => {
  const heard: string[] = [];
  for (const line of lines) {
    heard.push(words(await device.say(line)));
    await device.hearOut();
  }
  return heard;
};

describe('a turn', () => {
  it('reads once an Alexa session, and writes once where something changed', async () => {
    const device = echo();
    await hold(device, 'alexa, open back routine', 'left');
    expect(calls).toEqual(['read']);
    await hold(device, 'yes');
    expect(calls).toEqual(['read', 'write']);
    await hold(device, 'yes', 'help', 'say that again');
    expect(calls.filter((call) => call === 'read')).toHaveLength(1);
    expect(calls.filter((call) => call === 'write').length).toBeLessThanOrEqual(4);
  });

  it('goes on without the table, says so once, and saves when it is back', async () => {
    faults = ['down', 'down', 'down', 'down'];
    const device = echo();
    const heard = await hold(device, 'alexa, open back routine', 'left', 'yes', 'alexa, wait');
    expect(heard.filter((line) => line.includes('may not remember'))).toHaveLength(1);
    expect(heard[2]).toContain('Cross your right foot');

    await hold(device, 'yes');
    expect(calls.slice(-2)).toEqual(['read', 'write']);
    device.unplug();
    expect(words(await device.say('alexa, open back routine'))).toContain("Welcome back. Child's pose and cobra");
  });

  it('ends the notice before the question, so that what is asked comes last', async () => {
    faults = ['down'];
    const [welcome] = await hold(echo(), 'alexa, open back routine');
    expect(welcome).toMatch(/may not remember this\. Where does your lower back hurt: left, right, or both\?$/);
  });

  it('knows its own write when only the answer got lost', async () => {
    const device = echo();
    await hold(device, 'alexa, open back routine', 'left');
    faults = ['answerLost'];
    await hold(device, 'yes');
    calls = [];
    const [paused] = await hold(device, 'alexa, pause');
    expect(paused).toContain('Paused.');
    expect(calls).toEqual(['write', 'read', 'write']);
    await device.say('alexa, stop');
    expect(words(await echo().say('alexa, open back routine'))).toContain('Welcome back. Ballerina stretch, left side');
  });

  it('lets each of two devices steer the block that it heard', async () => {
    const time = clock();
    const kitchen = echo('kitchen', time);
    await hold(kitchen, 'alexa, open back routine', 'left');
    await kitchen.say('yes');
    await kitchen.wait(20);
    const bedroom = echo('bedroom', time);
    expect(words(await bedroom.say('alexa, open back routine'))).toContain('Welcome back.');
    await bedroom.wait(30);
    expect(words(await kitchen.say('alexa, next'))).toContain("Next: child's pose and cobra");
    await kitchen.hearOut();
    expect(words(await kitchen.say('yes'))).toContain('hands and knees');
  });

  it('moves nothing when a device ends a block that is not the stored one any more', async () => {
    const time = clock();
    const kitchen = echo('kitchen', time);
    await hold(kitchen, 'alexa, open back routine', 'left');
    await kitchen.say('yes');
    await kitchen.wait(20);
    const bedroom = echo('bedroom', time);
    await bedroom.say('alexa, open back routine');
    calls = [];
    await kitchen.say('alexa, exit');
    expect(calls).toEqual(['write', 'read']);
    expect(words(await bedroom.say('alexa, pause'))).toContain('Paused.');
  });

  it('refuses a request of another skill', async () => {
    const device = new Echo({
      applicationId: 'amzn1.ask.skill.another',
      userId: userIdOf('home'),
      deviceId: deviceIdOf('home', 'kitchen'),
      locale: 'en-US',
      model,
      clock: clock(),
      handler: ((event, context) => createSkill(english, store, skillId).invoke(event as never, context)),
    });
    const happened = await device.say('alexa, open back routine');
    expect(happened.some(({ kind }) => kind === 'problem')).toBe(true);
    expect(calls).toEqual([]);
  });
});
