import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DefaultApiClient } from 'ask-sdk-core';
import { services } from 'ask-sdk-model';
import { english } from '../../content/index.ts';
import { carryOut, type ReminderWish } from '../../lambda/reminders.ts';
import { daysOfWeek } from '../../routine/events.ts';
import { type AlexaApi, startAlexaApi } from '../../simulator/alexaApi.ts';
import { answering, refusing } from './badServers.ts';

/** Half past eight in Berlin. */
let now = Date.parse('2026-11-20T07:30:00Z');
let api: AlexaApi;
beforeEach(async () => {
  now = Date.parse('2026-11-20T07:30:00Z');
  api = await startAlexaApi({ now: () => now, timeZone: 'Europe/Berlin', most: 3 });
});
afterEach(() => api.stop());

/** As ask-sdk-core makes it for each request. */
const alexa = (apiEndpoint = api.endpoint, authorizationValue = api.token) => ({
  factory: new services.ServiceClientFactory({ apiClient: new DefaultApiClient(), apiEndpoint, authorizationValue }),
  deviceId: 'amzn1.ask.device.SOME/DEVICE',
});
const carry = (wish: Partial<ReminderWish> & Pick<ReminderWish, 'kind'>) =>
  carryOut({ every: [], ...wish }, alexa(), english, now);

describe('a reminder', () => {
  it('is set for every day, in the time of the device, and is said so', async () => {
    expect(await carry({ kind: 'set', time: '08:00', every: daysOfWeek })).toEqual({
      did: 'set',
      at: '08:00',
      every: daysOfWeek,
    });
    expect(api.reminders).toEqual([
      expect.objectContaining({
        status: 'ON',
        requestTime: '2026-11-20T08:30:00.000',
        trigger: {
          type: 'SCHEDULED_ABSOLUTE',
          scheduledTime: '2026-11-21T08:00:00.000',
          timeZoneId: 'Europe/Berlin',
          recurrence: {
            startDateTime: '2026-11-21T08:00:00.000',
            recurrenceRules: ['FREQ=DAILY;BYHOUR=8;BYMINUTE=0;BYSECOND=0;INTERVAL=1;'],
          },
        },
        alertInfo: { spokenInfo: { content: [{ locale: 'en-US', text: english.phrases['reminderText'] }] } },
        pushNotification: { status: 'ENABLED' },
      }),
    ]);
    expect(api.calls).toEqual(['GET /v2/devices/{deviceId}/settings/System.timeZone', 'POST /v1/alerts/reminders']);
  });

  it.each([
    ['once, the next time', { time: '09:15' }, { at: '09:15', date: '2026-11-20', day: 'today' }],
    ['tomorrow', { time: '07:00', date: '2026-11-21' }, { at: '07:00', date: '2026-11-21', day: 'tomorrow' }],
    ['on a date', { time: '07:00', date: '2026-11-25' }, { at: '07:00', date: '2026-11-25' }],
  ])('is set %s', async (_, wish, told) => {
    expect(await carry({ kind: 'set', ...wish })).toEqual({ did: 'set', every: [], ...told });
    expect(api.reminders[0]?.trigger).toMatchObject({ scheduledTime: `${told.date}T${told.at}:00.000` });
    expect(api.reminders[0]?.trigger?.recurrence).toBeUndefined();
  });

  const rule = (day: string) => `FREQ=WEEKLY;BYDAY=${day};BYHOUR=8;BYMINUTE=0;BYSECOND=0;INTERVAL=1;`;
  it.each([
    ['every Monday', ['monday'], '2026-11-23', [rule('MO')]],
    ['this weekday, later today', ['friday'], '2026-11-27', [rule('FR')]],
    ['on several days', ['monday', 'wednesday', 'saturday'], '2026-11-21', [rule('MO'), rule('WE'), rule('SA')]],
  ] as const)(
    'is set %s, from the first of those days on, one rule a day',
    async (_, every, first, recurrenceRules) => {
      expect(await carry({ kind: 'set', time: '08:00', every })).toEqual({ did: 'set', at: '08:00', every });
      expect(api.reminders[0]?.trigger).toMatchObject({
        scheduledTime: `${first}T08:00:00.000`,
        recurrence: { startDateTime: `${first}T08:00:00.000`, recurrenceRules },
      });
      expect(await carry({ kind: 'list' })).toEqual({ did: 'listed', reminders: [{ at: '08:00', every }] });
    },
  );

  it.each([
    [
      'the date',
      { time: '07:00', date: '2026-11-25' },
      { time: '09:00' },
      { at: '09:00', every: [], date: '2026-11-25' },
    ],
    [
      'tomorrow',
      { time: '07:00', date: '2026-11-21' },
      { time: '09:00' },
      { at: '09:00', every: [], date: '2026-11-21', day: 'tomorrow' },
    ],
    [
      'the days',
      { time: '08:00', every: ['monday', 'friday'] },
      { time: '09:00' },
      { at: '09:00', every: ['monday', 'friday'] },
    ],
    [
      'the time, on another date',
      { time: '07:00', date: '2026-11-25' },
      { date: '2026-11-26' },
      { at: '07:00', every: [], date: '2026-11-26' },
    ],
    [
      'the time, on other days',
      { time: '07:00', every: daysOfWeek },
      { every: ['sunday'] },
      { at: '07:00', every: ['sunday'] },
    ],
  ] as const)('keeps %s when it is changed', async (_, before, change, after) => {
    await carry({ kind: 'set', ...before });
    expect(await carry({ kind: 'change', ...change })).toEqual({ did: 'changed', ...after });
    expect(await carry({ kind: 'list' })).toEqual({ did: 'listed', reminders: [after] });
  });

  it('of today moves to this evening, or to tomorrow, when the new time is over', async () => {
    await carry({ kind: 'set', time: '10:00' });
    expect(await carry({ kind: 'change', time: '07:00' })).toMatchObject({ at: '19:00', day: 'today' });
  });

  it('is changed: the newest gets the new time, and stays daily', async () => {
    await carry({ kind: 'set', time: '10:00' });
    now += 60_000;
    await carry({ kind: 'set', time: '08:00', every: daysOfWeek });
    expect(await carry({ kind: 'change', time: '18:45' })).toEqual({ did: 'changed', at: '18:45', every: daysOfWeek });
    expect((await carry({ kind: 'list' })).did).toBe('listed');
    expect(await carry({ kind: 'list' })).toEqual({
      did: 'listed',
      reminders: [
        { at: '10:00', every: [], date: '2026-11-20', day: 'today' },
        { at: '18:45', every: daysOfWeek },
      ],
    });
    expect(await carry({ kind: 'change', time: '07:00', date: '2026-11-21' })).toMatchObject({
      did: 'changed',
      every: [],
    });
  });

  it('is cancelled, with all of ours', async () => {
    await carry({ kind: 'set', time: '10:00' });
    await carry({ kind: 'set', time: '11:00' });
    expect(await carry({ kind: 'cancel' })).toEqual({ did: 'cancelled', count: 2 });
    expect(api.reminders).toEqual([]);
    expect(await carry({ kind: 'cancel' })).toEqual({ did: 'cancelled', count: 0 });
    expect(await carry({ kind: 'list' })).toEqual({ did: 'listed', reminders: [] });
    expect(await carry({ kind: 'change', time: '10:00' })).toEqual({ did: 'none' });
  });

  it.each([['set'], ['change']] as const)('needs a time to %s it, and nobody is asked without', async (kind) => {
    expect(await carry({ kind })).toEqual({ did: 'needsTime' });
    expect(api.calls).toEqual([]);
  });
});

describe('a reminder that cannot be', () => {
  const set = (): ReturnType<typeof carry> => carry({ kind: 'set', time: '08:00', every: daysOfWeek });

  it('needs the permission', async () => {
    api.mayRemind = false;
    expect(await set()).toEqual({ did: 'asksPermission' });
    expect(await carry({ kind: 'list' })).toEqual({ did: 'none' });
    expect(await carry({ kind: 'cancel' })).toEqual({ did: 'none' });
  });

  it('is told so: a device without reminders, too many, Amazon down', async () => {
    api.fault = 'unsupportedDevice';
    expect(await set()).toEqual({ did: 'unsupported' });
    api.fault = 'down';
    expect(await set()).toEqual({ did: 'down' });
    api.fault = undefined;
    for (let n = 0; n < 3; n++) expect((await set()).did).toBe('set');
    expect(await set()).toEqual({ did: 'tooMany' });
  });

  it('waits no longer than two seconds', async () => {
    api.fault = 'silent';
    const began = performance.now();
    expect(await set()).toEqual({ did: 'down' });
    expect(performance.now() - began).toBeLessThan(2500);
  });

  const says = (status: number, body: string) => () => answering(status, body, 'application/json');
  it.each([
    ['an endpoint nobody listens at', () => refusing(), 'down'],
    ['a page instead of JSON', () => answering(200, '<html>', 'text/html'), 'down'],
    ['a device that was never told where it is', says(204, ''), 'down'],
    ['an unknown time zone', says(200, '"Middle/Earth"'), 'down'],
    ["an error of Amazon's", says(500, '{}'), 'down'],
    ['too many calls', says(429, '{"code":"MAX_RATE_EXCEEDED"}'), 'down'],
    ['a device, by its code', says(400, '{"code":"DEVICE_NOT_SUPPORTED"}'), 'unsupported'],
    ['a device, as the samples have it', says(403, '{}'), 'unsupported'],
    ['too many reminders', says(400, '{"code":"MAX_REMINDERS_EXCEEDED"}'), 'tooMany'],
    ['no permission', says(403, '{"code":"PERMISSION_DENIED"}'), 'asksPermission'],
  ])('%s', async (_, start, did) => {
    const server = await start();
    const wish = { kind: 'set', time: '08:00', every: daysOfWeek } as const;
    const result = await carryOut(wish, alexa(server.endpoint), english, now);
    await server.close();
    expect(result).toEqual({ did });
  });
});
