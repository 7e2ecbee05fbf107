import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { all, assembly, only, resources, rightsOf, second, skillId, template, templates } from './templates.ts';

const places = second.flatMap((deployed) =>
  Object.keys(templates(deployed))
    .filter((stack) => stack.startsWith('Skill'))
    .map((stack) => [deployed, stack] as const),
);

describe.each(all)('%s', (deployed) => {
  it('lets nobody in but Alexa with this skill id', () => {
    const permissions = resources(deployed, 'AWS::Lambda::Permission');
    expect(permissions.length > 0).toBe(second.includes(deployed));
    for (const { Properties } of permissions) {
      const { FunctionName: _, ...rest } = Properties;
      expect(rest).toEqual({
        Action: 'lambda:InvokeFunction',
        Principal: 'alexa-appkit.amazon.com',
        EventSourceToken: skillId,
      });
    }
  });

  it('opens no other way to the function', () => {
    for (const type of ['AWS::Lambda::Url', 'AWS::Lambda::EventSourceMapping', 'AWS::Lambda::LayerVersionPermission']) {
      expect(resources(deployed, type)).toEqual([]);
    }
  });
});

describe.each(places)('%s, stack %s', (deployed, stack) => {
  const fn = only(deployed, stack, 'AWS::Lambda::Function');
  const production = deployed.startsWith('production');
  const name = production ? 'back-routine-production' : 'back-routine';
  const region = stack.replace(/^Skill-?/, '') || 'us-east-1';

  it('may Query, PutItem and DeleteItem on the one table, write its own logs and traces, and nothing else', () => {
    const logs = only(deployed, stack, 'AWS::Logs::LogGroup').id;
    const role = fn.Properties.Role['Fn::GetAtt'][0] as string;
    expect(rightsOf(deployed, stack, role)).toEqual([
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], on: [`<${logs}.Arn>`] },
      {
        actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Query'],
        on: [`arn:aws:dynamodb:${region}:<AWS::AccountId>:table/${name}`],
      },
      { actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], on: ['*'] },
    ]);
    const { Properties } = template(deployed, stack).Resources[role] ?? {};
    expect([Properties?.ManagedPolicyArns, Properties?.Policies]).toEqual([undefined, undefined]);
    expect(Properties?.AssumeRolePolicyDocument.Statement).toMatchObject([
      { Principal: { Service: 'lambda.amazonaws.com' } },
    ]);
  });

  it('ships the bundle of the build as it is', () => {
    const metadata = (fn as unknown as { Metadata: Record<string, string> }).Metadata;
    const shipped = path.join(assembly(deployed).directory, metadata['aws:asset:path'] ?? '', 'index.mjs');
    expect(readFileSync(shipped).equals(readFileSync('dist/lambda/index.mjs'))).toBe(true);
    expect([fn.Properties.Handler, fn.Properties.Runtime, fn.Properties.Architectures]).toEqual([
      'index.handler',
      'nodejs24.x',
      ['arm64'],
    ]);
  });

  it('answers, or gives up, before Alexa does', () => {
    expect(fn.Properties.Timeout).toBeLessThan(8);
  });

  it('knows its table and its skill', () => {
    expect(fn.Properties.Environment.Variables).toEqual({ TABLE_NAME: name, SKILL_ID: skillId });
  });

  it('keeps its logs for a while, not for ever, as JSON', () => {
    const { id, Properties } = only(deployed, stack, 'AWS::Logs::LogGroup');
    expect(Properties.RetentionInDays).toBeLessThanOrEqual(90);
    expect(Properties.LogGroupName).toBe(`/aws/lambda/${name}`);
    expect(fn.Properties.LoggingConfig).toMatchObject({
      LogFormat: 'JSON',
      ApplicationLogLevel: 'INFO',
      LogGroup: { Ref: id },
    });
    expect(fn.Properties.TracingConfig.Mode).toBe('Active');
  });

  it('takes no function away from a new account, which has ten at once, unless it is production', () => {
    expect(fn.Properties.ReservedConcurrentExecutions > 0).toBe(production);
  });

  it('tells the address that Alexa calls, and lets her in there alone', () => {
    const called = only(deployed, stack, 'AWS::Lambda::Permission').Properties.FunctionName;
    const address = production
      ? { Ref: only(deployed, stack, 'AWS::Lambda::Alias').id }
      : { 'Fn::GetAtt': [fn.id, 'Arn'] };
    expect(called).toEqual(address);
    expect(template(deployed, stack).Outputs.Endpoint?.Value).toEqual(address);
  });

  it('is deployed after the table', () => {
    const found = assembly(deployed).stacks.find(({ id }) => id.endsWith(stack));
    expect(found?.dependencies.some(({ id }) => id.endsWith('Data'))).toBe(true);
  });
});

describe.each(places.filter(([deployed]) => deployed.startsWith('production')))(
  'a release of %s, stack %s',
  (deployed, stack) => {
    it('goes to a tenth of the turns first', () => {
      const { UpdatePolicy, Properties } = only(deployed, stack, 'AWS::Lambda::Alias');
      const group = only(deployed, stack, 'AWS::CodeDeploy::DeploymentGroup');
      expect(UpdatePolicy?.CodeDeployLambdaAliasUpdate.DeploymentGroupName).toEqual({ Ref: group.id });
      expect(Properties.Name).toBe('live');
      expect(group.Properties.DeploymentConfigName).toBe('CodeDeployDefault.LambdaCanary10Percent5Minutes');
    });

    it('is rolled back on failed turns, on apologies and on slow turns', () => {
      const { Properties } = only(deployed, stack, 'AWS::CodeDeploy::DeploymentGroup');
      expect(Properties.AutoRollbackConfiguration).toMatchObject({
        Enabled: true,
        Events: expect.arrayContaining(['DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_FAILURE']),
      });
      expect(Properties.AlarmConfiguration.Enabled).toBe(true);
      const { Resources } = template(deployed, stack);
      const alarms = Properties.AlarmConfiguration.Alarms.map(({ Name }: any) => Resources[Name.Ref]?.Properties);
      expect(alarms.map(({ Namespace, MetricName }: any) => `${Namespace} ${MetricName}`).sort()).toEqual([
        'AWS/Lambda Duration',
        'AWS/Lambda Errors',
        'BackRoutineProduction ErrorsLogged',
      ]);
    });

    it('is found to be slow where every turn of the new version is, which has a tenth of them', () => {
      const slow = resources(deployed, 'AWS::CloudWatch::Alarm').filter(({ Properties }) =>
        String(Properties.AlarmName).endsWith('-release-slow'),
      );
      expect(slow.length).toBeGreaterThan(0);
      for (const { Properties } of slow) expect(Number(Properties.ExtendedStatistic.slice(1))).toBeGreaterThan(90);
    });

    it('keeps the version before, to go back to, and not one that was taken back, so that it can be tried again', () => {
      const { DeletionPolicy, UpdateReplacePolicy } = only(deployed, stack, 'AWS::Lambda::Version');
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
    });
  },
);
