import type { Choice } from './choice.ts';

/** A whole default routine with one pause, as `npm run costs` counts it, rounded up. */
export const measured = {
  turns: 9,
  /** Billed for one turn at 1024 MB, cold starts spread over all; estimated, see docs/operations.md. */
  milliseconds: 30,
  reads: 2,
  writes: 8,
  logBytesPerTurn: 450,
} as const;

/** US dollars in us-east-1; docs/operations.md names date and source. */
const prices = {
  request: 0.2 / 1e6,
  gigabyteSecond: 0.0000133334,
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  logGigabyte: 0.5,
  trace: 5 / 1e6,
  /** Of a month. */
  secret: 0.4,
  metric: 0.3,
  alarmedMetric: 0.1,
  dashboard: 3,
} as const;

/** X-Ray takes one turn a second, and of the others this part. */
const traced = 0.05;

type Session = { readonly [part in keyof typeof measured]: number };

/** US dollars for a thousand sessions, by what is paid for; each copy of the table takes every write once more. */
export const perThousandSessions = (
  session: Session = measured,
  copies = 0,
): Record<'function' | 'table' | 'logs' | 'traces', number> => {
  const { turns, milliseconds, reads, writes, logBytesPerTurn } = session;
  return {
    function: 1000 * turns * (prices.request + (milliseconds / 1000) * prices.gigabyteSecond),
    table: 1000 * (reads * prices.readUnit + writes * prices.writeUnit * (1 + copies)),
    logs: 1000 * turns * (logBytesPerTurn / 1e9) * prices.logGigabyte,
    traces: 1000 * turns * traced * prices.trace,
  };
};

/** US dollars a month with nobody using it; what every account has for nothing is taken off where `free`. */
export const perMonth = ({ stage, regions }: Choice, free: boolean): number => {
  const each = stage === 'production' ? { metrics: 9, alarmed: 13 } : { metrics: 9, alarmed: 10 };
  const paid = (count: number, nothing: number) => Math.max(0, count * regions.length - (free ? nothing : 0));
  return (
    prices.secret +
    paid(each.metrics, 10) * prices.metric +
    paid(each.alarmed, 10) * prices.alarmedMetric +
    paid(1, 3) * prices.dashboard
  );
};

export const dollars = (amount: number): string =>
  `$${amount < 0.1 && amount > 0 ? amount.toFixed(3) : amount.toFixed(2)}`;

export const sum = (parts: Readonly<Record<string, number>>): number => Object.values(parts).reduce((a, b) => a + b, 0);
