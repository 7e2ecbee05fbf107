import { Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { patterns, type TurnMetric, values } from './turnMetrics.ts';

/** Makes metrics of the logs: the skill writes one record a turn and knows of no metrics. */
export class CountTurns extends Construct {
  constructor(scope: Construct, { name, prefix }: Deployment) {
    super(scope, 'CountTurns');
    const logGroup = LogGroup.fromLogGroupName(this, 'Logs', `/aws/lambda/${name}`);
    for (const [metricName, pattern] of Object.entries(patterns)) {
      const value = values[metricName as TurnMetric];
      new MetricFilter(this, metricName, {
        logGroup,
        filterPattern: FilterPattern.literal(pattern),
        metricNamespace: prefix,
        metricName,
        // A zero where nothing happened is what a person expects to see, but a time of zero would be a lie.
        ...(value
          ? { metricValue: value, unit: Unit.MILLISECONDS }
          : { metricValue: '1', defaultValue: 0, unit: Unit.COUNT }),
      });
    }
  }
}
