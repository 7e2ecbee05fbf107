import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/** Lets Alexa in, for this one skill. There is no other way in, and there never is one without the skill's id. */
export const admitAlexa = (called: IFunction, skillId: string): void =>
  called.addPermission('AdmitAlexa', {
    principal: new ServicePrincipal('alexa-appkit.amazon.com'),
    action: 'lambda:InvokeFunction',
    eventSourceToken: skillId,
  });
