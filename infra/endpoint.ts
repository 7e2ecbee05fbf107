import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { Deployment, Region } from './deployment.ts';

/** The alias that Alexa calls in a production stage. */
export const aliasName = 'live';

/** What Alexa calls in a region, by its name alone: no stack has to ask another. */
const endpointIn = (stack: Stack, { name, stage }: Deployment, region: Region): string =>
  stack.formatArn({
    service: 'lambda',
    region,
    resource: 'function',
    resourceName: stage === 'production' ? `${name}:${aliasName}` : name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** The regions near to each of Alexa's three endpoints, the best first. */
const near = {
  NA: ['us-east-1', 'us-west-2'],
  EU: ['eu-west-1'],
  FE: ['ap-northeast-1', 'us-west-2'],
} as const satisfies Record<string, readonly Region[]>;

interface Endpoint {
  readonly endpoint: { readonly uri: string };
}

/** Home for everybody, and for each of Alexa's endpoints the region that is nearer, where one is deployed. */
export const endpointsOf = (
  stack: Stack,
  deployment: Deployment,
): Endpoint & { readonly regions?: Readonly<Record<string, Endpoint>> } => {
  const [home, ...others] = deployment.regions;
  const at = (region: Region): Endpoint => ({ endpoint: { uri: endpointIn(stack, deployment, region) } });
  if (others.length === 0) return at(home);
  const regions = Object.entries(near).map(([part, wanted]) => {
    const nearest = wanted.find((region) => deployment.regions.includes(region)) ?? home;
    return [part, at(nearest)] as const;
  });
  return { ...at(home), regions: Object.fromEntries(regions) };
};
