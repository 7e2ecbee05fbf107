import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listenerKey } from '../../lambda/fingerprint.ts';
import { personIdOf } from '../../simulator/identity.ts';
import { type Dynamo, startDynamo } from '../../simulator/dynamo.ts';
import { hold, Home } from './home.ts';

let table: Dynamo;
let home: Home;
const logged: unknown[] = [];
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation((line) => void logged.push(line));
  table = await startDynamo();
});
afterAll(() => table.stop());

const open = 'alexa, open back routine';
const keyOf = (person: string) => listenerKey(personIdOf(home.userId, person));

beforeEach(async () => {
  home = new Home(table);
  for (const person of ['anna', 'ben']) await hold(home.echo({ person }), open, 'left', 'yes', 'alexa, stop');
  home.calls.length = 0;
});

describe('"forget me"', () => {
  it.each([
    ['me', () => [keyOf('ben')]],
    ['everyone', () => []],
  ])('is asked once, and "%s" deletes', async (whom, left) => {
    const device = home.echo({ person: 'anna' });
    const [, asked, done] = await hold(device, open, 'alexa, forget me', whom);
    expect(asked).toMatch(/everyone using this account\?$/);
    expect(done).toMatch(/^Done\./);
    expect(device.open).toBe(false);
    expect(home.calls.filter((call) => call === 'delete')).toHaveLength(1);
    expect(await home.stored()).toEqual(left());
    expect((await hold(home.echo({ person: 'anna' }), open))[0]).toContain('Welcome to Back Routine.');
  });

  it('says so where the table is down, and nothing is lost', async () => {
    const device = home.echo({ person: 'anna' });
    await hold(device, open, 'alexa, forget me');
    home.faults = ['down'];
    const [answer] = await hold(device, 'everyone');
    expect(answer).toContain('nothing is forgotten');
    expect(device.open).toBe(false);
    expect(await home.stored()).toHaveLength(2);
    expect((await hold(home.echo({ person: 'anna' }), open))[0]).toContain('Welcome back.');
  });

  it('deletes nothing of the owner where a guest says "me"', async () => {
    const device = home.echo({ person: 'anna' });
    const [, , , done] = await hold(device, open, "alexa, it's someone else", 'forget me', 'me');
    expect(done).toMatch(/^Done\./);
    expect(await home.stored()).toHaveLength(2);
  });
});

describe('AlexaSkillEvent.SkillDisabled', () => {
  const disabled = (eventCreationTime: number) =>
    home.event({ type: 'AlexaSkillEvent.SkillDisabled', eventCreationTime: new Date(eventCreationTime).toISOString() });

  it('deletes everything of the account, and answers nothing', async () => {
    expect(await disabled(home.clock.now + 1000)).toMatchObject({ version: '1.0', response: {} });
    expect(home.calls).toEqual(['read', 'delete']);
    expect(await home.stored()).toEqual([]);
  });

  it('deletes nothing where somebody came back since', async () => {
    await home.clock.passTo(home.clock.now + 60_000);
    const then = home.clock.now;
    await hold(home.echo({ person: 'anna' }), open, 'yes', 'alexa, stop');
    await disabled(then - 1000);
    expect(await home.stored()).toHaveLength(2);
  });

  it('fails where the table is down, so that it comes again', async () => {
    home.faults = ['down'];
    await expect(disabled(home.clock.now + 1000)).rejects.toThrow('down for this test');
    expect(await home.stored()).toHaveLength(2);
  });

  it.each(['AlexaSkillEvent.SkillEnabled', 'AlexaSkillEvent.SkillPermissionAccepted', 'Reminders.ReminderStarted'])(
    'and no other event does anything: %s',
    async (type) => {
      expect(await home.event({ type, eventCreationTime: '2030-01-01T00:00:00Z' })).toMatchObject({ response: {} });
      expect(home.calls).toEqual([]);
    },
  );
});

it('no id and no word of anybody is logged', () => {
  expect(logged.length).toBeGreaterThan(20);
  const all = JSON.stringify(logged);
  expect(all).not.toMatch(/amzn1|USER#|LISTENER#/);
  expect(all).not.toContain(keyOf('anna'));
});
