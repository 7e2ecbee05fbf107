import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { describe, expect, it } from '@jest/globals';
import { assembly, assemblyOf, only, second, skillId, template } from './templates.ts';

const tableOf = (deployed: (typeof second)[number]) => only(deployed, 'Data', 'AWS::DynamoDB::GlobalTable');

describe.each(second)('the table of %s', (deployed) => {
  it('survives the deletion of its stack, and of itself by mistake', () => {
    const { DeletionPolicy, UpdateReplacePolicy, Properties } = tableOf(deployed);
    expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    for (const replica of Properties.Replicas) expect(replica.DeletionProtectionEnabled).toBe(true);
    const stack = assembly(deployed).stacks.find(({ id }) => id.endsWith('Data'));
    expect(stack?.terminationProtection).toBe(true);
  });

  it('can be restored to any moment of the last 35 days, in every region', () => {
    for (const { PointInTimeRecoverySpecification } of tableOf(deployed).Properties.Replicas) {
      expect(PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 });
    }
  });

  it('is what the skill asks for: its keys, and the moment at which a listener expires', () => {
    const { Properties } = tableOf(deployed);
    expect(Properties.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(Properties.AttributeDefinitions.map(({ AttributeType }: any) => AttributeType)).toEqual(['S', 'S']);
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
  });

  it('costs what is used, and no key of its own', () => {
    const { BillingMode, SSESpecification } = tableOf(deployed).Properties;
    expect([BillingMode, SSESpecification]).toEqual(['PAY_PER_REQUEST', { SSEEnabled: false }]);
  });
});

it('keeps the table in one region in a personal stage, and in all of them in a production stage', () => {
  const regions = second.map((deployed) =>
    tableOf(deployed)
      .Properties.Replicas.map(({ Region }: any) => Region)
      .sort(),
  );
  expect(regions).toEqual([['us-east-1'], ['eu-west-1', 'us-east-1', 'us-west-2']]);
});

it('has from the first day what a copy needs: a stream cannot come in the same update', () => {
  const streams = (regions: string) =>
    assemblyOf({ stage: 'production', regions, skillId }).stacks.flatMap(({ template }) =>
      Object.values(template.Resources as Record<string, any>)
        .filter(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable')
        .map(({ Properties }) => Properties.StreamSpecification),
    );
  expect(streams('us-east-1')).toEqual([{ StreamViewType: 'NEW_AND_OLD_IMAGES' }]);
  expect(streams('us-east-1,eu-west-1')).toEqual(streams('us-east-1'));
});

it('has a name that the function knows', () => {
  for (const deployed of second) {
    const { Properties } = only(deployed, 'Skill', 'AWS::Lambda::Function');
    expect(Properties.Environment.Variables.TABLE_NAME).toBe(tableOf(deployed).Properties.TableName);
    expect(template(deployed, 'Data').Outputs.TableName?.Value).toEqual({ Ref: tableOf(deployed).id });
  }
});
