import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { describe, expect, it } from '@jest/globals';
import { findingsIn } from '../../infra/synthesize.ts';
import { all, assemblyOf, deployments } from './templates.ts';

describe('the rules of CloudFormation, AwsSolutions and Serverless', () => {
  it.each(all)('find nothing in %s', (deployed) => {
    expect(findingsIn(assemblyOf(deployments[deployed], true))).toEqual([]);
  });
});
