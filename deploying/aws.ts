import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type Keys, keysIn } from './keys.ts';
import { secretName } from './names.ts';
import { refusal } from './refusal.ts';
import { Stop } from './stop.ts';

/** Written by `cdk bootstrap`. */
const bootstrapVersion = '/cdk-bootstrap/hnb659fds/version';

export interface Standing {
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

const named = (error: unknown, ...names: string[]): boolean => names.includes((error as Error).name);

/** A call whose failure is said in words; `absent` names the failures that mean: there is none. */
const asked = async <T>(action: string, call: () => Promise<T>, ...absent: string[]): Promise<T | undefined> => {
  try {
    return await call();
  } catch (error) {
    if (named(error, ...absent)) return undefined;
    throw refusal(error, action);
  }
};

/** What is there in the account, and the few things that are not CDK's to change. */
export class Aws {
  /** The number of the account whose credentials are found on this computer. */
  async account(region: string): Promise<string> {
    const client = new STSClient({ region });
    const identity = await asked('sts:GetCallerIdentity', () => client.send(new GetCallerIdentityCommand({})));
    if (!identity?.Account) throw new Stop('AWS does not say which account your credentials are of.');
    return identity.Account;
  }

  async isBootstrapped(region: string): Promise<boolean> {
    const client = new SSMClient({ region });
    const get = new GetParameterCommand({ Name: bootstrapVersion });
    const found = await asked('ssm:GetParameter', () => client.send(get), 'ParameterNotFound');
    return found !== undefined;
  }

  async stack(region: string, StackName: string): Promise<Standing | undefined> {
    const client = new CloudFormationClient({ region });
    try {
      const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
      if (!stack?.StackStatus) return undefined;
      const outputs = (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]);
      return { status: stack.StackStatus, outputs: Object.fromEntries(outputs) as Record<string, string> };
    } catch (error) {
      if (named(error, 'ValidationError') && /does not exist/.test((error as Error).message)) return undefined;
      throw refusal(error, `cloudformation:DescribeStacks in ${region}`);
    }
  }

  /** Whether the stack has somebody who is told of alarms. */
  async tellsOfAlarms(region: string, StackName: string): Promise<boolean> {
    const client = new CloudFormationClient({ region });
    const list = new ListStackResourcesCommand({ StackName });
    const found = await asked('cloudformation:ListStackResources', () => client.send(list));
    return (found?.StackResourceSummaries ?? []).some(({ ResourceType }) => ResourceType === 'AWS::SNS::Subscription');
  }

  async deleteStack(region: string, StackName: string): Promise<void> {
    const client = new CloudFormationClient({ region });
    await asked('cloudformation:DeleteStack', () => client.send(new DeleteStackCommand({ StackName })));
  }

  /** The regions that have a copy of the table, home not counted; nothing where there is no table. */
  async copies(region: string, TableName: string): Promise<string[] | undefined> {
    const client = new DynamoDBClient({ region });
    const describe = new DescribeTableCommand({ TableName });
    const found = await asked('dynamodb:DescribeTable', () => client.send(describe), 'ResourceNotFoundException');
    return found?.Table?.Replicas?.flatMap(({ RegionName }) => RegionName ?? []) ?? (found ? [] : undefined);
  }

  /** What the secret holds; nothing where there is none. */
  async keys(region: string): Promise<Partial<Keys> | undefined> {
    const client = new SecretsManagerClient({ region });
    const get = new GetSecretValueCommand({ SecretId: secretName });
    try {
      return keysIn((await client.send(get)).SecretString);
    } catch (error) {
      if (named(error, 'ResourceNotFoundException')) return undefined;
      if (named(error, 'InvalidRequestException')) {
        throw new Stop(
          `The secret ${secretName} is about to be deleted. Take that back, then start again:\n\n    $ aws secretsmanager restore-secret --secret-id ${secretName} --region ${region}`,
        );
      }
      throw refusal(error, 'secretsmanager:GetSecretValue');
    }
  }

  async keepKeys(region: string, keys: Keys): Promise<void> {
    const client = new SecretsManagerClient({ region });
    const SecretString = JSON.stringify(keys);
    const replace = new PutSecretValueCommand({ SecretId: secretName, SecretString });
    const replaced = await asked(
      'secretsmanager:PutSecretValue',
      () => client.send(replace),
      'ResourceNotFoundException',
    );
    if (replaced) return;
    const Description = 'Back Routine: speaks for the developer at Amazon. Read by CloudFormation alone.';
    const create = new CreateSecretCommand({ Name: secretName, Description, SecretString });
    await asked('secretsmanager:CreateSecret', () => client.send(create));
  }
}
