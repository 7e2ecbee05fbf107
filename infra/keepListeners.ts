import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/**
 * The table of listeners, with a copy in every further region. What people did outlives every stack: it cannot be
 * deleted by mistake, and any moment of the last 35 days can be restored.
 */
export class KeepListeners extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, { name, stage, regions: [, ...others] }: Deployment) {
    super(scope, 'KeepListeners');
    this.table = new TableV2(this, 'Table', {
      tableName: name,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      billing: Billing.onDemand(),
      // Encrypted with DynamoDB's own key: another costs a call of the key service for what holds no raw id.
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      replicas: others.map((region) => ({ region })),
      // Copies follow a stream, which CloudFormation takes only before the first copy. One that nobody reads costs nothing.
      ...(stage === 'production' ? { dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES } : {}),
    });
  }
}
