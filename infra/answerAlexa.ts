import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';

/**
 * MB, which set the share of a processor. Measured under such shares, the first turn takes 49 ms at 1024, 117 at 512 and
 * 282 at 256; more than 1024 gains little, and a turn needs no more than 256 of memory.
 */
const memorySize = 1024;

/** Alexa waits eight seconds for an answer; what comes later is heard by nobody. */
const timeout = Duration.seconds(7);

/**
 * Turns that run at once, in each region of a production stage. A million sessions a day of 25 turns are 1,200 turns a
 * second at four times the mean, each a tenth of a second: 120. It also bounds what a flood can cost.
 */
const reservedConcurrency = 200;

/** All that the skill does with its table. */
const tableActions = ['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'];

interface Answering extends Deployment {
  readonly skillId: string;
  /** The folder of `npm run build`, shipped as it is. */
  readonly bundle: string;
}

/** The function that takes Alexa's requests, with its logs and the rights it needs, and no other. */
export class AnswerAlexa extends Construct {
  readonly function: Function;

  constructor(scope: Construct, { name, stage, skillId, bundle }: Answering) {
    super(scope, 'AnswerAlexa');
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${name}`,
      // As the privacy policy says.
      retention: RetentionDays.ONE_MONTH,
      // Its name is fixed: a log group that stays would refuse the next deployment.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    const table = Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: name });
    role.addToPolicy(new PolicyStatement({ actions: tableActions, resources: [table] }));

    this.function = new Function(this, 'Function', {
      functionName: name,
      description: 'Back Routine: one request of Alexa in, one answer out',
      code: Code.fromAsset(bundle),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize,
      timeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
      environment: { TABLE_NAME: name, SKILL_ID: skillId },
      // A new account has ten in all, and would refuse to give any of them away.
      ...(stage === 'production'
        ? {
            reservedConcurrentExecutions: reservedConcurrency,
            // Versions are kept to go back to; not one whose release was taken back. Lambda publishes nothing that equals
            // its last version, so the same code could not be tried again.
            currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
          }
        : {}),
    });

    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]':
        'X-Ray takes traces for no named resource; nothing else of the role has a wildcard.',
    });
    acknowledge(this.function, {
      'Serverless-LambdaDLQ': 'Alexa waits for the answer: no request stands in a queue that could fail later.',
    });
  }
}
