import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Dynamo, startDynamo } from '../../simulator/dynamo.ts';
import { hold, Home } from './home.ts';

let table: Dynamo;
let home: Home;
const info = jest.spyOn(console, 'info').mockImplementation(() => undefined);
beforeAll(async () => {
  table = await startDynamo();
});
afterAll(() => table.stop());
beforeEach(() => {
  home = new Home(table);
  info.mockClear();
});

const open = 'alexa, open back routine';
const counted = ['started', 'finished', 'paused', 'resumed', 'stoppedByWarning', 'misunderstood', 'saveLost'];

/** What each turn since is counted as. */
const counts = (): string[] =>
  info.mock.calls.map(([turn]) => counted.filter((field) => (turn as Record<string, unknown>)[field]).join(' '));

describe('the record of a turn', () => {
  it('is one flat object with every field, without ids or words', async () => {
    await hold(home.echo({ person: 'anna' }), open, 'left', 'yes', 'alexa, exit');
    expect(info).toHaveBeenCalledTimes(4);
    for (const [turn] of info.mock.calls) {
      expect(turn).toEqual({
        ...Object.fromEntries(counted.map((field) => [field, expect.any(Boolean)])),
        event: 'turn',
        from: expect.any(String),
        to: expect.any(String),
        kind: expect.stringMatching(/^(?:steer|answer|wish|question)$/),
        said: expect.any(String),
        opens: expect.any(Boolean),
        saved: expect.any(String),
        read: expect.stringMatching(/^(?:known|failed)$/),
        ms: expect.any(Number),
      });
      expect(JSON.stringify(turn)).not.toMatch(/amzn1|anna|routine|session/i);
    }
  });

  it('counts a session that starts, pauses, goes on and finishes, each once', async () => {
    const device = home.echo();
    await hold(device, open, 'five minutes', 'left');
    expect(counts()).toEqual(['', '', '']);
    await hold(device, 'yes');
    expect(counts().at(-1)).toBe('started');
    await hold(device, 'alexa, pause', 'no');
    expect(counts().slice(-2)).toEqual(['paused', '']);
    await hold(home.echo(), open);
    expect(counts().at(-1)).toBe('resumed');
  });

  it('counts what finished, at the last answer', async () => {
    const device = home.echo();
    await hold(device, 'alexa, ask back routine to start the butt walk', 'left', 'yes', 'yes', 'about right');
    expect(counts().filter(Boolean)).toEqual(['started', 'finished']);
  });

  it.each([
    ['named in a block', ['left', 'yes', 'alexa, my legs are numb']],
    ['told by an answer', ['left', 'yes', 'alexa, that hurts', 'yes']],
    ['before anything was begun', ["alexa, i can't control my bladder"]],
  ])('counts a warning sign %s', async (_, lines) => {
    await hold(home.echo(), open, ...lines);
    expect(counts().at(-1)).toBe('stoppedByWarning');
  });

  it('counts what was not understood, what vanished and came back, and what could not be saved', async () => {
    const device = home.echo();
    await hold(device, open, 'left', 'banana bread');
    expect(counts().at(-1)).toBe('misunderstood');
    home.faults = ['down'];
    await device.say('yes');
    expect(counts().at(-1)).toBe('started saveLost');
    await device.wait(20);
    await device.say('alexa, ready');
    device.unplug();
    await hold(home.echo(), open);
    expect(counts().at(-1)).toBe('resumed');
  });
});
