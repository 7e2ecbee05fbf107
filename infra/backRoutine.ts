import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { AlexaStack } from './alexaStack.ts';
import { DataStack } from './dataStack.ts';
import { deploymentIn } from './deployment.ts';
import { SkillStack } from './skillStack.ts';
import { WatchStack } from './watchStack.ts';

export interface Built {
  /** The folder of `npm run build`. */
  readonly bundle?: string;
  /** The folder of `npm run package`. */
  readonly skillPackage?: string;
}

/**
 * All stacks. The function must know the skill's id and the skill the function's address: so the first phase makes the
 * skill alone, and the second, which is given the id, everything.
 */
export const backRoutine = (
  app: App,
  { bundle = 'dist/lambda', skillPackage = 'dist/skill-package' }: Built = {},
): void => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const deployment = deploymentIn(app.node);
  const alexa = new AlexaStack(app, deployment, skillPackage);
  const { skillId, prefix, regions } = deployment;
  if (!skillId) return;

  const data = new DataStack(app, deployment);
  const [home] = regions;
  for (const region of regions) {
    const suffix = region === home ? '' : `-${region}`;
    const skill = new SkillStack(app, `${prefix}Skill${suffix}`, region, { ...deployment, skillId, bundle });
    skill.addStackDependency(data, 'its table');
    const watch = new WatchStack(app, `${prefix}Watch${suffix}`, region, deployment);
    watch.addStackDependency(skill, 'its logs');
    // Amazon asks whether Alexa may call, before it takes an endpoint.
    alexa.addStackDependency(skill, 'its endpoint');
  }
};
