import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, type AppProps } from 'aws-cdk-lib';
import { backRoutine, type Built } from './backRoutine.ts';

type Assembly = ReturnType<App['synth']>;

/** What the command line adds: whoever reads the templates finds the folder of each asset in them. */
const asTheCommandLine = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:disable-version-reporting': true,
};

/** The templates that `cdk synth` makes of this context, byte for byte, without its process. */
export const synthesize = (
  context: Readonly<Record<string, string>>,
  built: Built = {},
  props: AppProps = {},
): Assembly => {
  const { context: always } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  // Whose deployment is named there too is not what is asked for here.
  const flags = Object.fromEntries(Object.entries(always).filter(([key]) => key.startsWith('@aws-cdk')));
  const app = new App({ analyticsReporting: false, ...props, context: { ...flags, ...asTheCommandLine, ...context } });
  backRoutine(app, built);
  return app.synth();
};

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly severity: string;
      readonly description: string;
    }[];
  }[];
}

/** All that the rules found and nobody acknowledged, warnings included. Errors have been thrown before. */
export const findingsIn = ({ directory }: Assembly): string[] => {
  const report = JSON.parse(readFileSync(path.join(directory, 'validation-report.json'), 'utf8')) as Report;
  return report.pluginReports
    .flatMap(({ violations }) => violations)
    .map(({ ruleName, severity, description }) => `${severity} ${ruleName}: ${description}`);
};
