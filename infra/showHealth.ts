import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  SingleValueWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Deployment, Region } from './deployment.ts';
import { functionMetric, tableErrors, tableLatencies, tableThrottles, tableUnits } from './platformMetrics.ts';
import { type TurnMetric, turnMetric } from './turnMetrics.ts';

/** Two graphs or numbers side by side take the page. */
const half = 12;

const explanation = (region: Region): string =>
  [
    `# Back Routine in ${region}`,
    '**Today** counts since midnight, UTC. Who pauses and resumes has one session. One that is neither finished nor paused goes on, or was ended by a warning sign: then the coach sends to a doctor, on purpose.',
    '**Turns** are the answers. Half of them, and 99 of 100, are faster than the lines say; Alexa gives up after 8 s.',
    "**The table** is where people's places are kept. While it fails, sessions go on and may not be remembered.",
    'What to do about an alarm: `docs/operations.md`, under the name of the alarm.',
  ].join('\n\n');

/** A page for a person who asks: do people use it, does it work, is anything lost? */
export class ShowHealth extends Construct {
  readonly url: string;

  constructor(scope: Construct, { name, prefix }: Deployment, region: Region, alarms: readonly Alarm[]) {
    super(scope, 'ShowHealth');
    const counted = (metricName: TurnMetric, label: string, period?: Duration) =>
      turnMetric(prefix, metricName, { label, ...(period ? { period } : {}) });
    const today = (metricName: TurnMetric, label: string) =>
      new SingleValueWidget({
        title: `${label} today`,
        metrics: [counted(metricName, label, Duration.days(1))],
        width: 6,
        height: 4,
      });
    const graph = (title: string, left: IMetric[]): IWidget => new GraphWidget({ title, left, width: half, height: 6 });
    const turnTime = (statistic: string, label: string) => turnMetric(prefix, 'TurnTime', { statistic, label });

    // Dashboards are known by name in all regions of an account.
    const dashboardName = `${prefix}-${region}`;
    new Dashboard(this, 'Dashboard', {
      dashboardName,
      defaultInterval: Duration.days(1),
      widgets: [
        [
          today('SessionsStarted', 'Sessions started'),
          today('SessionsFinished', 'Sessions finished'),
          today('WarningSigns', 'Stopped by a warning sign'),
          today('SavesLost', 'Saves lost'),
        ],
        [
          new TextWidget({ markdown: explanation(region), width: half, height: 6 }),
          new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: half, height: 6 }),
        ],
        [
          graph('Sessions', [
            counted('SessionsStarted', 'started'),
            counted('SessionsFinished', 'finished'),
            counted('SessionsPaused', 'paused'),
            counted('SessionsResumed', 'resumed'),
            counted('WarningSigns', 'stopped by a warning sign'),
          ]),
          graph('Turns', [
            functionMetric(name, 'Invocations', { label: 'turns' }),
            counted('Misunderstandings', 'misunderstood'),
          ]),
        ],
        [
          graph('Time of a turn, ms', [turnTime(Stats.p(50), 'half'), turnTime(Stats.p(99), '99 of 100')]),
          graph('What went wrong', [
            functionMetric(name, 'Errors', { label: 'failed turns' }),
            counted('ErrorsLogged', 'apologies'),
            functionMetric(name, 'Throttles', { label: 'refused turns' }),
            counted('SavesLost', 'lost saves'),
          ]),
        ],
        [
          graph('Table: time of a call, ms', tableLatencies(name)),
          graph('Table: what is paid for, and what went wrong', [
            ...tableUnits(name),
            tableThrottles(name),
            tableErrors(name),
          ]),
        ],
      ],
    });
    this.url = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboardName}`;
  }
}
