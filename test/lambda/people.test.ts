import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listenerKey } from '../../lambda/fingerprint.ts';
import { personIdOf } from '../../simulator/identity.ts';
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

const open = 'alexa, open back routine';
const keyOf = (person: string) => listenerKey(personIdOf(home.userId, person));

describe('a voice that is recognised', () => {
  it('has a listener of its own, and knows nothing of the others', async () => {
    await hold(home.echo({ person: 'anna' }), open, 'left', 'yes', 'alexa, stop');
    const [welcome] = await hold(home.echo({ person: 'ben' }), open);
    expect(welcome).toContain('Welcome to Back Routine.');
    await hold(home.echo({ person: 'ben', device: 'den' }), open, 'right', 'yes', 'alexa, stop');
    expect((await home.stored()).sort()).toEqual([keyOf('anna'), keyOf('ben')].sort());
    expect(words(await home.echo({ person: 'anna' }).say(open))).toMatch(/^Welcome back\. .*left side/);
  });

  it('stays who it was at the first turn, whoever is recognised later', async () => {
    const device = home.echo({ person: 'anna' });
    await hold(device, open, 'left');
    expect(home.responses.at(-1)?.sessionAttributes).toMatchObject({ key: keyOf('anna') });
    expect(JSON.stringify(home.responses)).not.toContain('amzn1.');
  });
});

describe('where no voice is recognised', () => {
  beforeEach(async () => {
    await hold(home.echo({ person: 'anna' }), open, 'left', 'yes', 'alexa, stop');
    home.calls.length = 0;
  });

  it("the account's only paused session is offered, and goes on as its owner's", async () => {
    const device = home.echo();
    const [offer, resumed] = await hold(device, open, 'yes');
    expect(offer).toContain('Is it yours?');
    expect(resumed).toMatch(/^Welcome back. Ballerina stretch, left side, third/);
    expect(home.calls).toEqual(['read', 'write']);
    await hold(device, 'alexa, stop');
    expect(await home.stored()).toEqual([keyOf('anna')]);
  });

  it('a no begins afresh, and leaves it where it is', async () => {
    const device = home.echo();
    const [, fresh] = await hold(device, open, 'no');
    expect(fresh).toContain('Where does your lower back hurt');
    await hold(device, 'right', 'yes', 'alexa, stop');
    expect((await home.stored()).sort()).toEqual(['household', keyOf('anna')].sort());
    expect(JSON.stringify(home.responses.at(-1)?.sessionAttributes)).not.toContain('found');
    expect(words(await home.echo({ person: 'anna' }).say(open))).toContain('Welcome back.');
  });

  it('nobody is asked twice: the session of the household itself comes first', async () => {
    const device = home.echo();
    await hold(device, open, 'no', 'right', 'yes', 'alexa, stop');
    const [back] = await hold(home.echo(), open);
    expect(back).not.toContain('Is it yours?');
    expect(back).toContain('right side');
  });

  it('nothing is offered where two sessions are paused, or after a week', async () => {
    await home.clock.passTo(home.clock.now + 8 * 24 * 60 * 60 * 1000);
    expect((await hold(home.echo(), open))[0]).toContain('Welcome to Back Routine.');
    await hold(home.echo({ person: 'anna' }), open, 'yes', 'yes', 'alexa, stop');
    await hold(home.echo({ person: 'ben' }), open, 'left', 'yes', 'alexa, stop');
    expect((await hold(home.echo(), open))[0]).toContain('Welcome to Back Routine.');
  });
});

describe('somebody else', () => {
  it('hears the warning, and nothing of theirs is saved; the owner rests where they were', async () => {
    const device = home.echo();
    await hold(device, open, 'left', 'yes');
    await device.say('yes');
    await device.wait(20);
    const [warned] = await hold(device, "alexa, it's someone else");
    expect(warned).toContain("don't start");
    home.calls.length = 0;
    const heard = await hold(device, 'right', 'yes', 'help', 'alexa, pause', 'alexa, stop');
    expect(heard[0]).toContain('Right side.');
    expect(home.calls).toEqual([]);

    const [back] = await hold(home.echo(), open);
    expect(back).toMatch(/Welcome back\. .*left side/);
  });

  it('does not cost the owner what could not be saved before', async () => {
    const device = home.echo();
    await hold(device, open, 'left');
    home.faults = ['down', 'down', 'down'];
    await device.say('yes');
    await device.wait(20);
    await hold(device, "alexa, it's someone else", 'right');
    expect(await home.stored()).toEqual([]);
    await hold(device, 'yes');
    expect(await home.stored()).toEqual(['household']);
    expect(JSON.stringify(home.responses.at(-1)?.sessionAttributes)).not.toContain('owed');
    await hold(device, 'alexa, stop');
    expect((await hold(home.echo(), open))[0]).toMatch(/^Welcome back\. Ballerina stretch, left side/);
  });

  it('does not cost the owner what was done while nothing could be read', async () => {
    home.faults = Array.from({ length: 4 }, () => 'down' as const);
    const device = home.echo();
    await hold(device, open, 'left');
    await device.say('yes');
    await device.wait(20);
    await hold(device, "alexa, it's someone else", 'right');
    expect(await home.stored()).toEqual(['household']);
    expect((await hold(home.echo(), open))[0]).toMatch(/left side/);
  });

  it.each([
    ['at their side', [], /^Welcome back\. /],
    ['at their gate', ['right'], /^Welcome back\. /],
    ['in a block', ['right', 'yes'], /^Come up tall and uncross your feet\. Welcome back\. /],
  ])('makes room for the owner %s, who goes on where they were', async (_, lines, said) => {
    const device = home.echo();
    await hold(device, open, 'left');
    await device.say('yes');
    await device.wait(110);
    await hold(device, "alexa, it's someone else", ...lines.slice(0, 1));
    if (lines.length > 1) {
      await device.say('yes');
      await device.wait(20);
    }
    home.calls.length = 0;
    const [back, on] = await hold(device, "alexa, it's me again", 'yes');
    expect(back).toMatch(said);
    expect(back).toMatch(/Shall we carry on\?$/);
    expect(on).toMatch(/Ballerina stretch, left side, second of three/);
    expect(home.calls).toEqual(['read', 'write']);
  });

  it('makes room for an owner whose own could not be saved', async () => {
    const device = home.echo();
    await hold(device, open, 'left');
    home.faults = ['down', 'down', 'down'];
    await device.say('yes');
    await device.wait(110);
    await hold(device, "alexa, it's someone else");
    const [, on] = await hold(device, "it's me again", 'yes');
    expect(on).toMatch(/Ballerina stretch, left side, second of three/);
    expect(await home.stored()).toEqual(['household']);
  });

  it('was nobody: "it\'s me" goes on as before, and is a yes to whose session it is', async () => {
    const device = home.echo({ person: 'anna' });
    await hold(device, open, 'left');
    expect((await hold(device, "it's me"))[0]).toMatch(/Shall we start the ballerina\?$/);
    await hold(device, 'yes', 'alexa, stop');
    const [, mine] = await hold(home.echo(), open, "it's me");
    expect(mine).toMatch(/^Welcome back\. Ballerina stretch, left side/);
  });

  it('is one as the first words of all, too', async () => {
    const device = home.echo();
    const [warned] = await hold(device, "alexa, tell back routine it's someone else");
    expect(warned).toContain("don't start");
    await hold(device, 'right', 'yes', 'alexa, stop');
    expect(await home.stored()).toEqual([]);
    expect(home.calls).toEqual(['read']);
  });
});
