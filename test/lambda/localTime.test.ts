import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayAfter, localMinute, nextAt } from '../../lambda/localTime.ts';

describe('the clocks of a place', () => {
  it.each([
    ['2026-11-20T08:00:59Z', 'America/Los_Angeles', '2026-11-20T00:00'],
    ['2026-11-20T08:00:00Z', 'Asia/Kolkata', '2026-11-20T13:30'],
    ['2026-12-31T23:59:59Z', 'Australia/Sydney', '2027-01-01T10:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29T03:00'],
  ])('at %s in %s show %s', (now, zone, shown) => {
    expect(localMinute(Date.parse(now), zone)).toBe(shown);
  });

  it('are none where nobody knows the place', () => {
    expect(() => localMinute(0, 'Middle/Earth')).toThrow(RangeError);
  });
});

describe('"at that time", said at half past eight in the morning', () => {
  const here = '2026-11-20T08:30';
  it.each([
    ['today, if it is still to come', '09:00', undefined, '2026-11-20T09:00'],
    ['tomorrow, if it is over', '08:00', undefined, '2026-11-21T08:00'],
    ['tomorrow, if it is now', '08:30', undefined, '2026-11-21T08:30'],
    ['on the date that was named', '07:00', '2026-11-25', '2026-11-25T07:00'],
    ['this evening, if it was for today', '07:00', '2026-11-20', '2026-11-20T19:00'],
    ['the next time, on a date that is over', '09:00', '2026-11-19', '2026-11-20T09:00'],
  ])('is %s', (_, time, date, due) => {
    expect(nextAt(here, time, date)).toBe(due);
  });

  it('is over the year, and over the day, where they end', () => {
    expect(nextAt('2026-12-31T23:59', '07:00')).toBe('2027-01-01T07:00');
    expect(nextAt('2026-11-20T20:00', '07:00', '2026-11-20')).toBe('2026-11-21T07:00');
    expect(dayAfter('2028-02-28')).toBe('2028-02-29');
  });

  it('is always to come, and within a day where no date was named', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((n) => {
      return `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    });
    fc.assert(
      fc.property(
        minute,
        minute,
        fc.option(fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-23')),
        (now, time, date) => {
          const due = nextAt(`2026-11-20T${now}`, time, date ?? undefined);
          expect(due > `2026-11-20T${now}`).toBe(true);
          if (date === null) expect(due <= `2026-11-21T${now}`).toBe(true);
        },
      ),
    );
  });
});
