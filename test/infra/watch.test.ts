import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { patterns, type TurnMetric, values } from '../../infra/turnMetrics.ts';
import {
  asText,
  assembly,
  assemblyOf,
  deployments,
  only,
  type Resource,
  second,
  skillId,
  templates,
} from './templates.ts';

type Deployed = (typeof second)[number];

const places = second.flatMap((deployed) =>
  Object.keys(templates(deployed))
    .filter((stack) => stack.startsWith('Watch'))
    .map((stack) => [deployed, stack] as const),
);
const inStack = (deployed: Deployed, stack: string, type: string): Resource[] =>
  Object.values(templates(deployed)[stack]?.Resources ?? {}).filter(({ Type }) => Type === type);

interface Measured {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: any }[];
}

/** The metrics that an alarm looks at, its own or those of its expression. */
const metricsOf = ({ Properties }: Resource): Measured[] =>
  Properties.MetricName
    ? [Properties as Measured]
    : (Properties.Metrics as any[]).flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric as Measured] : []));

const named = (deployed: Deployed, stack: string): Record<string, Resource> =>
  Object.fromEntries(
    inStack(deployed, stack, 'AWS::CloudWatch::Alarm').map((alarm) => [
      String(alarm.Properties.AlarmName).replace(/^back-routine-(production-)?/, ''),
      alarm,
    ]),
  );

describe.each(places)('%s, stack %s', (deployed, stack) => {
  const namespace = deployed.startsWith('production') ? 'BackRoutineProduction' : 'BackRoutine';
  const name = deployed.startsWith('production') ? 'back-routine-production' : 'back-routine';
  const filters = inStack(deployed, stack, 'AWS::Logs::MetricFilter');
  const alarms = named(deployed, stack);

  it('counts every metric in the log of the function, each turn as one and its time in milliseconds', () => {
    const log = only(deployed, stack.replace('Watch', 'Skill'), 'AWS::Logs::LogGroup').Properties.LogGroupName;
    const made = filters.map(({ Properties }) => {
      const [{ MetricName, MetricNamespace, MetricValue }] = Properties.MetricTransformations;
      expect([Properties.LogGroupName, MetricNamespace]).toEqual([log, namespace]);
      expect(MetricValue).toBe(values[MetricName as TurnMetric] ?? '1');
      return [MetricName as string, Properties.FilterPattern as string];
    });
    expect(Object.fromEntries(made)).toEqual(patterns);
  });

  it('comes after the log that it counts in', () => {
    const found = assembly(deployed).stacks.find(({ id }) => id.endsWith(stack));
    const skill = stack.replace('Watch', 'Skill');
    expect(found?.dependencies.some(({ id }) => id.endsWith(skill))).toBe(true);
  });

  it.each([
    ['failed-turns', 'AWS/Lambda Errors'],
    ['apologies', `${namespace} ErrorsLogged`],
    ['slow-turns', 'AWS/Lambda Duration'],
    ['refused-turns', 'AWS/Lambda Throttles'],
    ['throttled-table', 'AWS/DynamoDB ReadThrottleEvents', 'AWS/DynamoDB WriteThrottleEvents'],
    [
      'failing-table',
      ...['Query', 'PutItem', 'DeleteItem'].map((operation) => `AWS/DynamoDB SystemErrors ${operation}`),
    ],
    ['lost-saves', `${namespace} SavesLost`],
  ])('raises an alarm of %s', (alarm, ...looked) => {
    const found = alarms[alarm];
    if (!found) throw new Error(`there is no alarm ${alarm}`);
    const metrics = metricsOf(found).map(({ Namespace, MetricName, Dimensions = [] }) => {
      const [operation] = Dimensions.filter(({ Name }) => Name === 'Operation').map(({ Value }) => Value as string);
      return [Namespace, MetricName, operation].filter(Boolean).join(' ');
    });
    expect(metrics).toEqual(looked);
    for (const { Dimensions = [] } of metricsOf(found)) {
      for (const { Name, Value } of Dimensions) if (Name !== 'Operation') expect(Value).toBe(name);
    }
    expect(found.Properties.TreatMissingData).toBe('notBreaching');
  });

  it('says that turns are slow before Lambda ends them', () => {
    const { Threshold, ExtendedStatistic } = alarms['slow-turns']?.Properties ?? {};
    const { Timeout } = only(deployed, stack.replace('Watch', 'Skill'), 'AWS::Lambda::Function').Properties;
    expect(Threshold).toBeLessThan(Timeout * 1000);
    expect(ExtendedStatistic).toBe('p99');
  });

  it('looks at no metric of ours that nobody counts', () => {
    const counted = filters.map(({ Properties }) => Properties.MetricTransformations[0].MetricName as string);
    const released = inStack(deployed, stack.replace('Watch', 'Skill'), 'AWS::CloudWatch::Alarm');
    const ours = [...Object.values(alarms), ...released]
      .flatMap(metricsOf)
      .filter(({ Namespace }) => Namespace === namespace);
    expect(ours.length).toBeGreaterThan(1);
    for (const { MetricName } of ours) expect(counted).toContain(MetricName);
  });

  it('shows every metric and every alarm on one page', () => {
    const dashboard = only(deployed, stack, 'AWS::CloudWatch::Dashboard');
    const body = asText(dashboard.Properties.DashboardBody);
    const { widgets } = JSON.parse(body) as { widgets: { properties: Record<string, any> }[] };
    const shown = widgets.flatMap(({ properties }) => (properties.metrics ?? []) as any[][]);
    const ours = shown.filter(([space]) => space === namespace).map(([, metric]) => metric as string);
    expect(new Set(ours)).toEqual(new Set(Object.keys(patterns)));
    const listed = widgets.flatMap(({ properties }) => (properties.alarms ?? []) as string[]);
    expect(listed).toHaveLength(Object.keys(alarms).length);
  });

  it('says of each alarm what to do, under a heading of the runbook', () => {
    const headings = readFileSync('docs/operations.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .map((line) => line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'));
    const released = inStack(deployed, stack.replace('Watch', 'Skill'), 'AWS::CloudWatch::Alarm');
    for (const { Properties } of [...Object.values(alarms), ...released]) {
      const heading = /docs\/operations\.md#([\w-]+)$/.exec(String(Properties.AlarmDescription))?.[1];
      expect(headings).toContain(heading);
    }
  });
});

describe('alarms', () => {
  it('reach the address, and CloudWatch may send them', () => {
    for (const stack of places.filter(([deployed]) => deployed.startsWith('production')).map(([, name]) => name)) {
      const topic = only('production, second phase', stack, 'AWS::SNS::Topic');
      const subscription = only('production, second phase', stack, 'AWS::SNS::Subscription').Properties;
      expect([subscription.Protocol, subscription.Endpoint]).toEqual(['email', 'team@example.com']);
      for (const { Properties } of Object.values(named('production, second phase', stack))) {
        expect(Properties.AlarmActions).toEqual([{ Ref: topic.id }]);
      }
      const { Statement } = only('production, second phase', stack, 'AWS::SNS::TopicPolicy').Properties.PolicyDocument;
      const allowed = (Statement as any[]).filter(({ Effect }) => Effect === 'Allow');
      expect(allowed).toMatchObject([
        {
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ]);
    }
  });

  it('are sent to nobody where no address is given, and to one in a personal stage too', () => {
    expect(inStack('personal, second phase', 'Watch', 'AWS::SNS::Topic')).toEqual([]);
    const { stacks } = assemblyOf({ skillId, alarmEmail: 'me@example.com' });
    const watch = stacks.find(({ id }) => id === 'BackRoutineWatch')?.template as {
      Resources: Record<string, Resource>;
    };
    const types = Object.values(watch.Resources).map(({ Type }) => Type);
    expect(types).toContain('AWS::SNS::Subscription');
    expect(types).not.toContain('AWS::Budgets::Budget');
  });
});

describe('the budget of a production stage', () => {
  it('is the account’s, one for all regions, and tells before it is spent', () => {
    const budgets = places.flatMap(([deployed, stack]) => inStack(deployed, stack, 'AWS::Budgets::Budget'));
    expect(budgets).toHaveLength(1);
    const { Budget, NotificationsWithSubscribers } = budgets[0]?.Properties ?? {};
    const { monthlyBudget, alarmEmail } = deployments['production, second phase'];
    expect(Budget).toMatchObject({ TimeUnit: 'MONTHLY', BudgetLimit: { Amount: Number(monthlyBudget), Unit: 'USD' } });
    for (const { Notification, Subscribers } of NotificationsWithSubscribers) {
      expect(Notification.Threshold).toBeLessThanOrEqual(100);
      expect(Subscribers).toEqual([{ SubscriptionType: 'EMAIL', Address: alarmEmail }]);
    }
  });
});

it('gives each region a page of its own: their names are known in the whole account', () => {
  const pages = places.map(
    ([deployed, stack]) => only(deployed, stack, 'AWS::CloudWatch::Dashboard').Properties.DashboardName,
  );
  expect(new Set(pages).size).toBe(places.length);
  for (const [deployed, stack] of places) {
    const page = only(deployed, stack, 'AWS::CloudWatch::Dashboard').Properties.DashboardName as string;
    expect(templates(deployed)[stack]?.Outputs.Dashboard?.Value).toContain(page);
  }
});
