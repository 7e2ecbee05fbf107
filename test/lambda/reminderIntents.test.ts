import { describe, expect, test } from '@jest/globals';
import type { IntentRequest, Slot } from 'ask-sdk-model';
import { daysOfWeek } from '../../routine/events.ts';
import { eventOf } from '../../lambda/intents.ts';
import { reminderMeanings, reminderWish } from '../../lambda/reminderIntents.ts';

const common = { requestId: 'r', timestamp: '2027-01-01T00:00:00Z', locale: 'en-US' };
const slotsOf = (values: Record<string, string>): Record<string, Slot> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const resolutions = {
        resolutionsPerAuthority: [
          { authority: 'a', status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: value, id: value } }] },
        ],
      };
      return [
        name,
        {
          name,
          value,
          confirmationStatus: 'NONE',
          ...(['daily', 'second', 'third', 'fourth'].includes(name) ? { resolutions } : {}),
        } as Slot,
      ];
    }),
  );
const request = (name: string, values: Record<string, string> = {}): IntentRequest => ({
  ...common,
  type: 'IntentRequest',
  dialogState: 'COMPLETED',
  intent: { name, confirmationStatus: 'NONE', slots: slotsOf(values) },
});
const set = (values: Record<string, string>) => reminderWish(request('RemindIntent', values));

describe('set', () => {
  test.each<[Record<string, string>, object]>([
    [{}, { every: [] }],
    [{ time: '08:00' }, { time: '08:00', every: [] }],
    [
      { time: '07:00', date: '2027-03-04' },
      { time: '07:00', date: '2027-03-04', every: [] },
    ],
    [
      { time: '08:00', daily: 'day' },
      { time: '08:00', every: daysOfWeek },
    ],
    [{ daily: 'day' }, { every: daysOfWeek }],
    [
      { time: '08:00', daily: 'morning' },
      { time: '08:00', every: daysOfWeek },
    ],
    [
      { time: '07:30', daily: 'evening' },
      { time: '19:30', every: daysOfWeek },
    ],
    [
      { time: '19:30', daily: 'evening' },
      { time: '19:30', every: daysOfWeek },
    ],
    [
      { time: '12:00', daily: 'afternoon' },
      { time: '12:00', every: daysOfWeek },
    ],
    [
      { time: '08:00', daily: 'monday' },
      { time: '08:00', every: ['monday'] },
    ],
    [
      { time: '07:00', daily: 'weekday' },
      { time: '07:00', every: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] },
    ],
    [{ daily: 'weekend' }, { every: ['saturday', 'sunday'] }],
    [
      { daily: 'friday', second: 'monday', third: 'wednesday', fourth: 'friday' },
      { every: ['monday', 'wednesday', 'friday'] },
    ],
    [{ daily: 'evening' }, { time: '18:00', every: daysOfWeek }],
    [{ time: 'MO' }, { time: '08:00', every: [] }],
    [
      { time: 'EV', date: '2027-03-04' },
      { time: '18:00', date: '2027-03-04', every: [] },
    ],
    [{ time: 'NI' }, { time: '20:00', every: [] }],
    [{ time: 'AF' }, { time: '15:00', every: [] }],
  ])('%j', (values, wish) => {
    expect(set(values)).toEqual({ kind: 'set', ...wish });
  });

  test.each(['?', '', 'soon', '8:00', '2027-W10'])('what is no time or no date is left out: "%s"', (value) => {
    expect(set({ time: value, date: value })).toEqual({ kind: 'set', every: [] });
  });
});

test('change, list and cancel', () => {
  expect(reminderWish(request('ChangeReminderIntent', { time: '09:00', old: '08:00' }))).toEqual({
    kind: 'change',
    time: '09:00',
    every: [],
  });
  expect(reminderWish(request('ListRemindersIntent'))).toEqual({ kind: 'list', every: [] });
  expect(reminderWish(request('CancelRemindersIntent'))).toEqual({ kind: 'cancel', every: [] });
});

describe('a bare time', () => {
  const bare = request('ReminderTimeIntent', { time: '08:00' });

  test('sets a reminder where a time was asked for', () => {
    expect(reminderWish(bare, true)).toEqual({ kind: 'set', time: '08:00', every: [] });
  });

  test('is not understood elsewhere', () => {
    expect(reminderWish(bare)).toBeUndefined();
    expect(eventOf(bare, false)).toEqual({ kind: 'steer', steer: 'misunderstood' });
  });
});

test('everything else is no wish about reminders', () => {
  for (const name of ['SideIntent', 'constructor', '']) expect(reminderWish(request(name), true)).toBeUndefined();
  expect(reminderWish({ ...common, type: 'LaunchRequest' }, true)).toBeUndefined();
  expect(Object.keys(reminderMeanings)).toHaveLength(5);
});
