import { describe, expect, it } from '@jest/globals';
import { Clock } from '../../simulator/clock.ts';
import { durationOf } from '../../simulator/duration.ts';
import { echoWith, question } from './fakeSkill.ts';

describe('the clock', () => {
  it('never runs backwards', async () => {
    const clock = new Clock(5000);
    await clock.passTo(9000);
    await clock.passTo(1000);
    expect(clock.now).toBe(9000);
  });

  it('is one for all devices: what happens to them happens in order', async () => {
    const clock = new Clock(0);
    const order: string[] = [];
    const device = (name: string, ssml: string) =>
      echoWith(() => question(ssml, ''), {
        clock,
        handler: (event) => (order.push(`${name} ${event.request.type}`), Promise.resolve(question(ssml, ''))),
      }).echo;
    const kitchen = device('kitchen', '<break time="10s"/>');
    const bedroom = device('bedroom', '<break time="5s"/>');
    await kitchen.say('alexa, open back routine');
    await bedroom.say('alexa, open back routine');
    await kitchen.wait(3600);
    expect(order).toEqual([
      'kitchen LaunchRequest',
      'bedroom LaunchRequest',
      'bedroom SessionEndedRequest',
      'kitchen SessionEndedRequest',
    ]);
    expect(bedroom.now).toBe(3_600_000);
  });
});

describe('a duration', () => {
  it.each([
    ['45s', 45],
    ['3m', 180],
    ['2h', 7200],
    ['5d', 432_000],
    ['1h 30m', 5400],
    ['2 h', 7200],
    ['1.5h', 5400],
  ])('%s', (text, seconds) => expect(durationOf(text)).toBe(seconds));

  it.each(['', '45', 'soon', '2w', '-3s', 's'])('is not "%s"', (text) => expect(durationOf(text)).toBeUndefined());
});
