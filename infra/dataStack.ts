import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { KeepListeners } from './keepListeners.ts';

/** What people did, at home. */
export class DataStack extends Stack {
  constructor(scope: Construct, deployment: Deployment) {
    const [region] = deployment.regions;
    super(scope, `${deployment.prefix}Data`, {
      description: 'Back Routine: the table of listeners',
      env: { region },
      terminationProtection: true,
    });
    const { table } = new KeepListeners(this, deployment);
    new CfnOutput(this, 'TableName', { value: table.tableName });
  }
}
