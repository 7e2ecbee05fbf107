import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { LambdaFunction } from './lambda.ts';

/** Where a template would be deployed. */
const pseudoParameters: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::AccountId': '123456789012',
  'AWS::URLSuffix': 'amazonaws.com',
};

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}
interface Template {
  readonly Resources: Record<string, Resource>;
}

/** The text that CloudFormation would make of a value. Throws where that takes more than the template. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const [[name, argument] = []] = Object.entries(value as Record<string, unknown>);
  if (name === 'Ref' && pseudoParameters[String(argument)]) return pseudoParameters[String(argument)] as string;
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(textOf).join(separator);
  }
  if (name === 'Fn::Sub' && typeof argument === 'string') {
    return argument.replace(/\$\{([\w:]+)\}/g, (_, parameter: string) => textOf({ Ref: parameter }));
  }
  throw new Error(`only a deployment tells ${JSON.stringify(value)}`);
};

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

interface PolicyDocument {
  readonly Statement: readonly { Effect: 'Allow' | 'Deny'; Action?: string | string[]; Resource?: unknown }[];
}

const statementsOf = ({ Statement: statements }: PolicyDocument): Statement[] =>
  statements.map(({ Effect: effect, Action = [], Resource: resource = [] }) => ({
    effect,
    actions: [Action].flat(),
    // What refers to a resource of the template is its log group, never the table: that is in a stack of its own.
    resources: [resource].flat().flatMap((one: unknown) => {
      try {
        return [textOf(one)];
      } catch {
        return [];
      }
    }),
  }));

const ofType = ({ Resources }: Template, type: string) =>
  Object.entries(Resources).flatMap(([id, resource]) =>
    resource.Type === type ? [{ id, ...resource.Properties }] : [],
  );

const only = <T>(all: readonly T[], what: string): T => {
  const [one] = all;
  if (one === undefined || all.length > 1) throw new Error(`${all.length} of ${what} where one is expected`);
  return one;
};

const read = <T>(assembly: string, file: string): T => JSON.parse(readFileSync(path.join(assembly, file), 'utf8')) as T;

/** A function of a stack as it would be deployed: its code is the folder that would be uploaded. */
export const functionIn = (assembly: string, stack: string): LambdaFunction & { readonly runtime: string } => {
  const template = read<Template>(assembly, `${stack}.template.json`);
  const found = only(ofType(template, 'AWS::Lambda::Function'), `functions in ${stack}`) as Record<string, unknown>;
  const { S3Key: key } = found.Code as { S3Key: string };
  const { files } = read<{ files: Record<string, { source: { path: string } }> }>(assembly, `${stack}.assets.json`);
  const asset = files[path.parse(key).name];
  if (!asset) throw new Error(`${stack} names the code ${key}, and nothing would upload it`);
  const { Variables = {} } = (found.Environment ?? {}) as { Variables?: Record<string, unknown> };
  return {
    folder: path.join(assembly, asset.source.path),
    handler: String(found.Handler),
    runtime: String(found.Runtime),
    timeout: Number(found.Timeout),
    memory: Number(found.MemorySize),
    environment: Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, textOf(value)])),
  };
};

/** What the function of a stack may do. */
export const rightsIn = (assembly: string, stack: string): Statement[] => {
  const template = read<Template>(assembly, `${stack}.template.json`);
  const { Role } = only(ofType(template, 'AWS::Lambda::Function'), `functions in ${stack}`) as { Role?: unknown };
  const { 'Fn::GetAtt': [role] = [] } = Role as { 'Fn::GetAtt'?: string[] };
  const inRole = ofType(template, 'AWS::IAM::Role').filter(({ id }) => id === role) as {
    Policies?: { PolicyDocument: PolicyDocument }[];
  }[];
  const attached = (
    ofType(template, 'AWS::IAM::Policy') as unknown as { Roles: { Ref: string }[]; PolicyDocument: PolicyDocument }[]
  ).filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role));
  return [...inRole.flatMap(({ Policies = [] }) => Policies), ...attached].flatMap(({ PolicyDocument }) =>
    statementsOf(PolicyDocument),
  );
};

/** The table of a stack, as far as an embedded DynamoDB can have it. */
export const tableIn = (assembly: string, stack: string): CreateTableCommandInput => {
  const template = read<Template>(assembly, `${stack}.template.json`);
  const tables = ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'].flatMap((type) => ofType(template, type));
  const table = only(tables, `tables in ${stack}`) as unknown as CreateTableCommandInput;
  const { AttributeDefinitions, KeySchema, TableName } = table;
  return { TableName: textOf(TableName), AttributeDefinitions, KeySchema, BillingMode: 'PAY_PER_REQUEST' };
};
