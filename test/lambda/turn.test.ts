import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Dynamo, startDynamo } from '../../simulator/dynamo.ts';
import { hold, Home, words } from './home.ts';

let table: Dynamo;
let home: Home;
beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  table = await startDynamo();
});
afterAll(() => table.stop());
beforeEach(() => {
  home = new Home(table);
});

const echo = (device?: string) => home.echo(device === undefined ? {} : { device });

describe('a turn', () => {
  it('reads once an Alexa session, and writes once where something changed', async () => {
    const device = echo();
    await hold(device, 'alexa, open back routine', 'left');
    expect(home.calls).toEqual(['read']);
    await hold(device, 'yes');
    expect(home.calls).toEqual(['read', 'write']);
    await hold(device, 'yes', 'help', 'say that again');
    expect(home.calls.filter((call) => call === 'read')).toHaveLength(1);
    expect(home.calls.filter((call) => call === 'write').length).toBeLessThanOrEqual(4);
  });

  it('goes on without the table, says so once, and saves when it is back', async () => {
    home.faults = ['down', 'down', 'down', 'down'];
    const device = echo();
    const heard = await hold(device, 'alexa, open back routine', 'left', 'yes', 'alexa, wait');
    expect(heard.filter((line) => line.includes('may not remember'))).toHaveLength(1);
    expect(heard[2]).toContain('Cross your right foot');

    await hold(device, 'yes');
    expect(home.calls.slice(-2)).toEqual(['read', 'write']);
    device.unplug();
    expect(words(await device.say('alexa, open back routine'))).toContain("Welcome back. Child's pose and cobra");
  });

  it('ends the notice before the question, so that what is asked comes last', async () => {
    home.faults = ['down'];
    const [welcome] = await hold(echo(), 'alexa, open back routine');
    expect(welcome).toMatch(/may not remember this\. Where does your lower back hurt: left, right, or both\?$/);
  });

  it('knows its own write when only the answer got lost', async () => {
    const device = echo();
    await hold(device, 'alexa, open back routine', 'left');
    home.faults = ['answerLost'];
    await hold(device, 'yes');
    home.calls.length = 0;
    const [paused] = await hold(device, 'alexa, pause');
    expect(paused).toContain('Paused.');
    expect(home.calls).toEqual(['write', 'read', 'write']);
    await device.say('alexa, stop');
    expect(words(await echo().say('alexa, open back routine'))).toContain(
      "Welcome back. Child's pose and cobra, left side",
    );
  });

  it('lets each of two devices steer the block that it heard', async () => {
    const kitchen = echo('kitchen');
    await hold(kitchen, 'alexa, open back routine', 'left');
    await kitchen.say('yes');
    await kitchen.wait(20);
    const bedroom = echo('bedroom');
    expect(words(await bedroom.say('alexa, open back routine'))).toContain('Welcome back.');
    await bedroom.wait(30);
    expect(words(await kitchen.say('alexa, next'))).toContain("Next: child's pose and cobra");
    await kitchen.hearOut();
    expect(words(await kitchen.say('yes'))).toContain('hands and knees');
  });

  it('moves nothing when a device ends a block that is not the stored one any more', async () => {
    const kitchen = echo('kitchen');
    await hold(kitchen, 'alexa, open back routine', 'left');
    await kitchen.say('yes');
    await kitchen.wait(20);
    const bedroom = echo('bedroom');
    await bedroom.say('alexa, open back routine');
    home.calls.length = 0;
    await kitchen.say('alexa, exit');
    expect(home.calls).toEqual(['write', 'read']);
    expect(words(await bedroom.say('alexa, pause'))).toContain('Paused.');
  });

  it('refuses a request of another skill', async () => {
    const device = home.echo({ applicationId: 'amzn1.ask.skill.another' });
    const happened = await device.say('alexa, open back routine');
    expect(happened.some(({ kind }) => kind === 'problem')).toBe(true);
    expect(home.calls).toEqual([]);
  });
});
