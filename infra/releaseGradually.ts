import { Duration } from 'aws-cdk-lib';
import { Alarm, type Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Alias, type Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { aliasName } from './endpoint.ts';
import { turnMetric } from './turnMetrics.ts';

const period = Duration.minutes(1);

/** A new version takes a tenth of the turns for five minutes, then all; what goes wrong meanwhile takes it back. */
export class ReleaseGradually extends Construct {
  readonly alias: Alias;

  constructor(scope: Construct, fn: Function, { name, prefix }: Deployment) {
    super(scope, 'ReleaseGradually');
    this.alias = new Alias(this, 'Live', { aliasName, version: fn.currentVersion });
    const alarm = (id: string, metric: Metric, what: string, threshold: number) =>
      new Alarm(this, id, {
        alarmName: `${name}-release-${id.toLowerCase()}`,
        alarmDescription: `${what} during a release, which is taken back by itself. See docs/operations.md#roll-back`,
        metric,
        threshold,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    new LambdaDeploymentGroup(this, 'Canary', {
      alias: this.alias,
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms: [
        alarm('Errors', this.alias.metricErrors({ period }), 'Turns fail', 5),
        // An error in our own words ends in an apology, which is no error to Lambda.
        alarm(
          'Apologies',
          turnMetric(prefix, 'ErrorsLogged', { statistic: Stats.SUM, period }),
          'Errors are logged',
          5,
        ),
        // Of all turns of the alias, the new version has a tenth: p90 would miss one that is slow every time.
        alarm(
          'Slow',
          this.alias.metricDuration({ statistic: Stats.p(95), period }),
          'One turn in twenty takes 5 s',
          5000,
        ),
      ],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
    acknowledge(this, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]':
        'The policy that AWS keeps for CodeDeploy and Lambda, in its limited form.',
    });
  }
}
