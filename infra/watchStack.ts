import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CountTurns } from './countTurns.ts';
import type { Deployment, Region } from './deployment.ts';
import { LimitSpending } from './limitSpending.ts';
import { RaiseAlarms } from './raiseAlarms.ts';
import { SendAlarms } from './sendAlarms.ts';
import { ShowHealth } from './showHealth.ts';

/** What is counted, alarmed and shown of one region. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, region: Region, deployment: Deployment) {
    const { stage, alarmEmail, prefix, regions } = deployment;
    super(scope, id, {
      stackName: `${prefix}Watch`,
      description: `Back Routine: metrics, alarms and a dashboard of ${region}`,
      env: { region },
    });
    new CountTurns(this, deployment);
    const topic = alarmEmail ? new SendAlarms(this, alarmEmail).topic : undefined;
    const { alarms } = new RaiseAlarms(this, deployment, topic);
    const { url } = new ShowHealth(this, deployment, region, alarms);
    // A budget is of the account, not of a region.
    if (alarmEmail && stage === 'production' && region === regions[0]) new LimitSpending(this, deployment, alarmEmail);
    new CfnOutput(this, 'Dashboard', { value: url });
  }
}
