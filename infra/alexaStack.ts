import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { PublishSkill } from './publishSkill.ts';

/** The skill in the developer's account. */
export class AlexaStack extends Stack {
  constructor(scope: Construct, deployment: Deployment, skillPackage: string) {
    const [region] = deployment.regions;
    super(scope, `${deployment.prefix}Alexa`, {
      description: 'Back Routine: the skill in the Amazon developer account',
      env: { region },
    });
    const { skillId } = new PublishSkill(this, deployment, skillPackage);
    new CfnOutput(this, 'SkillId', { value: skillId });
  }
}
