import { type IMetric, MathExpression, Metric, type MetricProps, Stats } from 'aws-cdk-lib/aws-cloudwatch';

/** What Lambda measures of the function, all versions together. */
export const functionMetric = (name: string, metricName: string, props: Partial<MetricProps> = {}): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    dimensionsMap: { FunctionName: name },
    statistic: Stats.SUM,
    ...props,
    metricName,
  });

const tableMetric = (
  name: string,
  metricName: string,
  props: Partial<MetricProps> & { operation?: string } = {},
): Metric => {
  const { operation, ...rest } = props;
  return new Metric({
    namespace: 'AWS/DynamoDB',
    dimensionsMap: { TableName: name, ...(operation ? { Operation: operation } : {}) },
    statistic: Stats.SUM,
    ...rest,
    metricName,
  });
};

const operations = ['Query', 'PutItem', 'DeleteItem'];

/** Together; what is missing counts as nothing. Each metric's name must be its own within a graph. */
const sum = (
  label: string,
  usingMetrics: Readonly<Record<string, Metric>>,
  { period }: Partial<MetricProps>,
): IMetric => {
  const expression = `SUM([${Object.keys(usingMetrics)
    .map((name) => `FILL(${name}, 0)`)
    .join(', ')}])`;
  return new MathExpression({ expression, usingMetrics, label, ...(period ? { period } : {}) });
};

/** Reads and writes that the table put off. */
export const tableThrottles = (name: string, props: Partial<MetricProps> = {}): IMetric =>
  sum(
    'throttled',
    { reads: tableMetric(name, 'ReadThrottleEvents', props), writes: tableMetric(name, 'WriteThrottleEvents', props) },
    props,
  );

/** Calls in which the table itself failed. */
export const tableErrors = (name: string, props: Partial<MetricProps> = {}): IMetric => {
  const failed = (operation: string) => tableMetric(name, 'SystemErrors', { ...props, operation });
  return sum('failed', Object.fromEntries(operations.map((one) => [`failed${one}`, failed(one)])), props);
};

/** How long the table takes, of each call the skill makes. */
export const tableLatencies = (name: string): Metric[] =>
  operations.map((operation) =>
    tableMetric(name, 'SuccessfulRequestLatency', { operation, statistic: Stats.p(99), label: operation }),
  );

/** What is paid for. */
export const tableUnits = (name: string): Metric[] => [
  tableMetric(name, 'ConsumedReadCapacityUnits', { label: 'read units' }),
  tableMetric(name, 'ConsumedWriteCapacityUnits', { label: 'write units' }),
];
