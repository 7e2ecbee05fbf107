import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { admitAlexa } from './admitAlexa.ts';
import { AnswerAlexa } from './answerAlexa.ts';
import type { Deployment, Region } from './deployment.ts';
import { ReleaseGradually } from './releaseGradually.ts';

interface Skill extends Deployment {
  readonly skillId: string;
  readonly bundle: string;
}

/** The skill's function in one region, and Alexa's way to it. */
export class SkillStack extends Stack {
  constructor(scope: Construct, id: string, region: Region, skill: Skill) {
    super(scope, id, {
      stackName: `${skill.prefix}Skill`,
      description: `Back Routine: the function that answers Alexa in ${region}`,
      env: { region },
    });
    const { function: fn } = new AnswerAlexa(this, skill);
    const called = skill.stage === 'production' ? new ReleaseGradually(this, fn, skill).alias : fn;
    admitAlexa(called, skill.skillId);
    new CfnOutput(this, 'Endpoint', { value: called.functionArn });
  }
}
