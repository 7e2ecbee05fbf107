import { afterEach, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AlexaApi, startAlexaApi } from '../../simulator/alexaApi.ts';

const now = Date.parse('2026-11-20T07:30:00Z');
const open: AlexaApi[] = [];
afterEach(async () => {
  for (const api of open.splice(0)) await api.stop();
});

const started = async (file?: string) => {
  const api = await startAlexaApi({ now: () => now, timeZone: 'Europe/Berlin', ...(file ? { file } : {}) });
  open.push(api);
  const call = async (method: string, of: string, body?: unknown, token = api.token) => {
    const response = await fetch(api.endpoint + of, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : undefined };
  };
  return { api, call };
};

const reminder = (trigger: object = {}) => ({
  requestTime: '2026-11-20T08:30:00.000',
  trigger: {
    type: 'SCHEDULED_ABSOLUTE',
    scheduledTime: '2026-11-21T08:00:00.000',
    timeZoneId: 'Europe/Berlin',
    ...trigger,
  },
  alertInfo: { spokenInfo: { content: [{ locale: 'en-US', text: 'Hello.' }] } },
  pushNotification: { status: 'ENABLED' },
});
const path1 = '/v1/alerts/reminders';

it('keeps reminders as Amazon does, and in a file', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reminders-'));
  const file = path.join(folder, 'reminders.json');
  const { call } = await started(file);
  const made = await call('POST', path1, reminder());
  expect(made).toMatchObject({
    status: 200,
    body: { status: 'ON', version: '1', createdTime: '2026-11-20T07:30:00.000Z' },
  });
  const one = `${path1}/${String(made.body?.['alertToken'])}`;
  expect((await call('GET', one)).body).toMatchObject(reminder());
  expect((await call('PUT', one, reminder({ scheduledTime: '2026-11-22T08:00:00.000' }))).body).toMatchObject({
    version: '2',
  });

  const again = await started(file);
  const all = await again.call('GET', path1);
  expect(all.body).toMatchObject({
    totalCount: '1',
    alerts: [{ trigger: { scheduledTime: '2026-11-22T08:00:00.000' } }],
  });
  expect(await again.call('DELETE', one)).toEqual({ status: 200, body: undefined });
  expect((await again.call('GET', path1)).body).toMatchObject({ totalCount: '0', alerts: [] });
  expect((await again.call('DELETE', one)).status).toBe(404);
  rmSync(folder, { recursive: true });
});

it.each([
  ['another kind of trigger', reminder({ type: 'SOMETIME' }), 'INVALID_TRIGGER_TYPE'],
  [
    'a time with a zone',
    reminder({ scheduledTime: '2026-11-21T08:00:00.000Z' }),
    'INVALID_TRIGGER_SCHEDULED_TIME_FORMAT',
  ],
  [
    'a time that is over there',
    reminder({ scheduledTime: '2026-11-20T08:30:00.000' }),
    'TRIGGER_SCHEDULED_TIME_IN_PAST',
  ],
  ['an unknown zone', reminder({ timeZoneId: 'Middle/Earth' }), 'INVALID_TRIGGER_TIME_ZONE'],
  ['every hour', reminder({ recurrence: { recurrenceRules: ['FREQ=HOURLY;'] } }), 'UNSUPPORTED_TRIGGER_RECURRENCE'],
  ['nothing to say', { ...reminder(), alertInfo: {} }, 'INVALID_ALERT_INFO'],
])('refuses %s', async (_, body, code) => {
  const { call, api } = await started();
  expect(await call('POST', path1, body)).toMatchObject({ status: 400, body: { code } });
  expect(api.reminders).toEqual([]);
});

it('tells the time zone, to whom has the token', async () => {
  const { call } = await started();
  const zone = '/v2/devices/some-device/settings/System.timeZone';
  expect((await call('GET', zone)).body).toBe('Europe/Berlin');
  expect(await call('GET', zone, undefined, 'another')).toMatchObject({ status: 401 });
  expect((await call('GET', '/v2/devices/some-device/settings/System.distanceUnits')).status).toBe(404);
});
