import { Duration } from 'aws-cdk-lib';
import { Alarm, type IMetric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { functionMetric, tableErrors, tableThrottles } from './platformMetrics.ts';
import { turnMetric } from './turnMetrics.ts';

const period = Duration.minutes(5);

interface Watched {
  /** In words; the name of the alarm and, under docs/operations.md, of what to do. */
  readonly heading: string;
  readonly means: string;
  readonly metric: IMetric;
  /** The alarm is raised at this much, and above. */
  readonly threshold: number;
}

const watched = ({ name, prefix, stage }: Deployment): Watched[] => {
  // One of a person's own Echo is news; of thousands some always meet a bad network.
  const few = stage === 'production' ? 10 : 1;
  return [
    {
      heading: 'Failed turns',
      means: 'Turns failed or ran out of time: Alexa said that the skill did not answer.',
      metric: functionMetric(name, 'Errors', { period }),
      threshold: few,
    },
    {
      heading: 'Apologies',
      means: 'Errors that nobody foresaw are in the log: people heard an apology instead of an answer.',
      metric: turnMetric(prefix, 'ErrorsLogged', { period }),
      threshold: few,
    },
    {
      heading: 'Slow turns',
      means: 'One turn in a hundred takes 5 s and more. At 7 s it is ended; after 8 s Alexa gives up.',
      metric: functionMetric(name, 'Duration', { statistic: Stats.p(99), period }),
      threshold: 5000,
    },
    {
      heading: 'Refused turns',
      means: 'More turns came at once than may run, and some were refused: Alexa said that the skill did not answer.',
      metric: functionMetric(name, 'Throttles', { period }),
      threshold: 1,
    },
    {
      heading: 'Throttled table',
      means: 'The table put reads or writes off: places may be lost, and turns are slow.',
      metric: tableThrottles(name, { period }),
      threshold: few,
    },
    {
      heading: 'Failing table',
      means: 'The table fails by itself: sessions go on, and may not be remembered.',
      metric: tableErrors(name, { period }),
      threshold: few,
    },
    {
      heading: 'Lost saves',
      means: 'Turns could not be saved: people were told that this may not be remembered.',
      metric: turnMetric(prefix, 'SavesLost', { period }),
      threshold: few,
    },
  ];
};

const slug = (heading: string): string => heading.toLowerCase().replaceAll(' ', '-');

/** One alarm for each thing that a person has to look at, which says where to read what to do. */
export class RaiseAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, deployment: Deployment, topic: ITopic | undefined) {
    super(scope, 'RaiseAlarms');
    this.alarms = watched(deployment).map(({ heading, means, metric, threshold }) => {
      const alarm = new Alarm(this, heading.replaceAll(' ', ''), {
        alarmName: `${deployment.name}-${slug(heading)}`,
        alarmDescription: `${means} What to do: docs/operations.md#${slug(heading)}`,
        metric,
        threshold,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      if (topic) {
        alarm.addAlarmAction(new SnsAction(topic));
        alarm.addOkAction(new SnsAction(topic));
      }
      return alarm;
    });
  }
}
