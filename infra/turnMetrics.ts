import { Metric, type MetricProps, Stats } from 'aws-cdk-lib/aws-cloudwatch';

const turn = (condition: string): string => `{ $.message.event = "turn" && ${condition} }`;

/**
 * What is counted, and in which records: the turn records of `lambda/recordOfTurn.ts`, as Lambda's JSON log format
 * wraps them, in CloudWatch's pattern language. A test feeds it the records of real turns.
 */
export const patterns = {
  SessionsStarted: turn('$.message.started IS TRUE'),
  SessionsFinished: turn('$.message.finished IS TRUE'),
  SessionsPaused: turn('$.message.paused IS TRUE'),
  SessionsResumed: turn('$.message.resumed IS TRUE'),
  WarningSigns: turn('$.message.stoppedByWarning IS TRUE'),
  Misunderstandings: turn('$.message.misunderstood IS TRUE'),
  SavesLost: turn('$.message.saveLost IS TRUE'),
  TurnTime: turn('$.message.ms >= 0'),
  // Foreseen and unforeseen: an apology to the person is no error to Lambda.
  ErrorsLogged: '{ $.level = "ERROR" || $.level = "FATAL" }',
} as const;

export type TurnMetric = keyof typeof patterns;

/** What a record adds to its metric, where that is not one: milliseconds. */
export const values: Partial<Record<TurnMetric, string>> = { TurnTime: '$.message.ms' };

/** A metric that the logs are counted in; the namespace is the stage's. */
export const turnMetric = (namespace: string, metricName: TurnMetric, props: Partial<MetricProps> = {}): Metric =>
  new Metric({ statistic: Stats.SUM, ...props, namespace, metricName });
