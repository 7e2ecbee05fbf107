import { SecretValue, Stack } from 'aws-cdk-lib';
import { CfnSkill } from 'aws-cdk-lib/alexa-ask';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { v1 } from 'ask-smapi-model';
import { Construct } from 'constructs';
import { checkManifest } from './checkManifest.ts';
import type { Deployment } from './deployment.ts';
import { endpointsOf } from './endpoint.ts';

/** JSON with clientId, clientSecret, refreshToken and vendorId: read by CloudFormation, never by us. */
const secretName = 'back-routine/alexa';

const secret = (jsonField: string): string => SecretValue.secretsManager(secretName, { jsonField }).unsafeUnwrap();

/**
 * What the second phase adds to the package's manifest: where Alexa calls, and the one event we must hear. The package
 * has none of these keys, and no list of it is touched, so that it does not matter whether lists are merged or replaced.
 */
const overrides = (stack: Stack, deployment: Deployment): v1.skill.Manifest.SkillManifest => {
  const endpoints = endpointsOf(stack, deployment);
  return {
    apis: { custom: endpoints },
    events: { ...endpoints, subscriptions: [{ eventName: 'SKILL_DISABLED' }] },
  };
};

/** The skill as Amazon has it: without an endpoint while it has no id that the function could ask for. */
export class PublishSkill extends Construct {
  readonly skillId: string;

  constructor(scope: Construct, deployment: Deployment, skillPackage: string) {
    super(scope, 'PublishSkill');
    checkManifest(skillPackage);
    const asset = new Asset(this, 'Package', { path: skillPackage });
    const reader = new Role(this, 'Reader', { assumedBy: new ServicePrincipal('alexa-appkit.amazon.com') });
    const key = asset.bucket.arnForObjects(asset.s3ObjectKey);
    reader.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [key] }));

    const skill = new CfnSkill(this, 'Skill', {
      vendorId: secret('vendorId'),
      authenticationConfiguration: {
        clientId: secret('clientId'),
        clientSecret: secret('clientSecret'),
        refreshToken: secret('refreshToken'),
      },
      skillPackage: {
        s3Bucket: asset.s3BucketName,
        s3Key: asset.s3ObjectKey,
        s3BucketRole: reader.roleArn,
        ...(deployment.skillId ? { overrides: { manifest: overrides(Stack.of(this), deployment) } } : {}),
      },
    });
    // A role that may not read yet fails the creation, now and then.
    skill.node.addDependency(reader);
    this.skillId = skill.ref;
  }
}
