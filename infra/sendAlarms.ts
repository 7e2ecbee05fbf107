import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Sends alarms by e-mail, once the address has confirmed that it wants them. */
export class SendAlarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, address: string) {
    super(scope, 'SendAlarms');
    this.topic = new Topic(this, 'Topic', { displayName: 'Back Routine', enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(address));
    // With a policy of its own the topic loses the default one, by which alarms may publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    acknowledge(this, {
      'Serverless-SNSRedrivePolicy': 'An e-mail that nobody takes is not worth a queue: the alarm itself stays raised.',
    });
  }
}
