import { App } from 'aws-cdk-lib';
import { backRoutine } from './backRoutine.ts';

// The CDK command line runs this, and synthesizes when it ends.
backRoutine(new App());
