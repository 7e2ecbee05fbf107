import type { v1 } from 'ask-smapi-model';

type Regions = Record<string, v1.skill.Manifest.Region>;

/** Alexa's regions, by the AWS region whose functions they call. */
const alexaRegions: Readonly<Record<string, string>> = {
  'us-east-1': 'NA',
  'eu-west-1': 'EU',
  'us-west-2': 'FE',
  'ap-northeast-1': 'FE',
};

const arn = /^arn:aws:lambda:([a-z0-9-]+):\d{12}:function:[\w-]+(?::[\w-]+)?$/;

const alexaRegionOf = (uri: string): string => {
  const region = arn.exec(uri)?.[1];
  if (region === undefined) throw new Error(`"${uri}" is not the ARN of a Lambda function, or of an alias of one.`);
  const alexa = alexaRegions[region];
  if (alexa) return alexa;
  throw new Error(`Alexa calls no function in ${region}, only in ${Object.keys(alexaRegions).join(', ')}.`);
};

/** Where Alexa calls the skill: the first function everywhere, and each where its region is. Throws where one cannot be. */
export const endpointsOf = (uris: readonly string[]): { endpoint: { uri: string }; regions: Regions } | undefined => {
  const [uri] = uris;
  if (uri === undefined) return undefined;
  const regions: Regions = {};
  for (const each of uris) {
    const region = alexaRegionOf(each);
    if (regions[region]) throw new Error(`There are two functions for Alexa's region ${region}.`);
    regions[region] = { endpoint: { uri: each } };
  }
  return { endpoint: { uri }, regions };
};
