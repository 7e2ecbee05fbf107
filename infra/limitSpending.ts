import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** US dollars a month, if the context names none. */
const usual = 50;

/** Tells somebody when the account has spent most of the month's budget, or will have. It stops nothing. */
export class LimitSpending extends Construct {
  constructor(scope: Construct, { name, monthlyBudget = usual }: Deployment, address: string) {
    super(scope, 'LimitSpending');
    const tell = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers: [{ subscriptionType: 'EMAIL', address }],
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: name,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudget, unit: 'USD' },
      },
      notificationsWithSubscribers: [tell('ACTUAL', 80), tell('FORECASTED', 100)],
    });
  }
}
