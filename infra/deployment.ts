import type { Node } from 'constructs';

const stages = ['personal', 'production'] as const;
export type Stage = (typeof stages)[number];

/** Where Alexa can call a Lambda function. */
const regions = ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-northeast-1'] as const;
export type Region = (typeof regions)[number];

/** What is deployed, and where: all that the context says, checked. */
export interface Deployment {
  readonly stage: Stage;
  /** Absent in the first phase, which makes the skill and so gives the id. */
  readonly skillId?: string | undefined;
  /** Home first: the table's own region, and the skill's. */
  readonly regions: readonly [Region, ...Region[]];
  readonly alarmEmail?: string | undefined;
  readonly monthlyBudget?: number | undefined;
  /** Of the function and of the table. */
  readonly name: string;
  /** What the stacks' names begin with; also the namespace of the metrics. */
  readonly prefix: string;
}

const isOneOf = <T extends string>(all: readonly T[], value: string): value is T => all.some((one) => one === value);

const words = (node: Node, key: string): string | undefined => {
  const value: unknown = node.tryGetContext(key);
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error(`The context "${key}" must be plain text, as in: -c ${key}=…`);
};

const stageIn = (node: Node): Stage => {
  const stage = words(node, 'stage') ?? 'personal';
  if (isOneOf(stages, stage)) return stage;
  throw new Error(`There is no stage "${stage}". The stages are: ${stages.join(', ')}.`);
};

const skillIdIn = (node: Node): string | undefined => {
  const skillId = words(node, 'skillId');
  if (skillId === undefined || /^amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(skillId))
    return skillId;
  throw new Error(
    `"${skillId}" is not a skill id. One looks like amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef.`,
  );
};

const regionsIn = (node: Node, stage: Stage): Deployment['regions'] => {
  const named = (words(node, 'regions') ?? 'us-east-1').split(',').map((region) => region.trim());
  const checked = named.map((region) => {
    if (isOneOf(regions, region)) return region;
    throw new Error(`Alexa cannot call Lambda in "${region}". She can in: ${regions.join(', ')}.`);
  });
  const [home, ...others] = new Set(checked);
  if (!home || checked.length > 1 + others.length) throw new Error(`The regions name one twice: ${named.join(', ')}.`);
  if (others.length > 0 && stage !== 'production') {
    throw new Error(`More than one region needs stage=production; the ${stage} stage runs in one.`);
  }
  return [home, ...others];
};

const alarmEmailIn = (node: Node): string | undefined => {
  const address = words(node, 'alarmEmail');
  if (address === undefined || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return address;
  throw new Error(`"${address}" is not an e-mail address that alarms can go to.`);
};

const budgetIn = (node: Node, stage: Stage, alarmEmail: string | undefined): number | undefined => {
  const said = words(node, 'monthlyBudget');
  if (said === undefined) return undefined;
  const dollars = Number(said);
  if (!(dollars > 0 && Number.isFinite(dollars)))
    throw new Error(`"${said}" is no monthly budget: give US dollars, as in 50.`);
  if (stage !== 'production') throw new Error(`A monthly budget needs stage=production; the ${stage} stage sets none.`);
  if (!alarmEmail) throw new Error('A monthly budget needs alarmEmail, or nobody would hear of it.');
  return dollars;
};

/** Reads the context; what is wrong with it is said in one sentence. */
export const deploymentIn = (node: Node): Deployment => {
  const stage = stageIn(node);
  const alarmEmail = alarmEmailIn(node);
  return {
    stage,
    skillId: skillIdIn(node),
    regions: regionsIn(node, stage),
    alarmEmail,
    monthlyBudget: budgetIn(node, stage, alarmEmail),
    name: stage === 'production' ? 'back-routine-production' : 'back-routine',
    prefix: stage === 'production' ? 'BackRoutineProduction' : 'BackRoutine',
  };
};
