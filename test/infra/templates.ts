import { synthesize } from '../../infra/synthesize.ts';

export const skillId = 'amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef';

/** The stages and phases that are deployed, production in all that its context can say. */
const production = {
  stage: 'production',
  regions: 'us-east-1,eu-west-1,us-west-2',
  alarmEmail: 'team@example.com',
  monthlyBudget: '120',
};
export const deployments = {
  'personal, first phase': {},
  'personal, second phase': { skillId },
  'production, first phase': production,
  'production, second phase': { ...production, skillId },
} as const satisfies Record<string, Record<string, string>>;

export type Deployed = keyof typeof deployments;
export const all = Object.keys(deployments) as Deployed[];
export const second = all.filter((deployed) => deployed.includes('second'));

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, any>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly UpdatePolicy?: Record<string, any>;
}

export interface Template {
  readonly Resources: Record<string, Resource>;
  readonly Outputs: Record<string, { readonly Value: any }>;
}

/** The manifest and the models as they lie in the repository, which every package is made of. */
const built = { skillPackage: 'interactionModel' };

export const assemblyOf = (context: Readonly<Record<string, string>>, rules = false) =>
  synthesize(context, built, { builtinCloudFormationValidation: rules });

const known = new Map<Deployed, ReturnType<typeof assemblyOf>>();
export const assembly = (deployed: Deployed) => {
  const there = known.get(deployed) ?? assemblyOf(deployments[deployed]);
  known.set(deployed, there);
  return there;
};

/** Each stack's template, by the end of the stack's id: 'Data', 'Skill', 'Skill-eu-west-1'. */
export const templates = (deployed: Deployed): Record<string, Template> =>
  Object.fromEntries(
    assembly(deployed).stacks.map(({ id, template }) => [
      id.replace(/^BackRoutine(Production)?/, ''),
      template as Template,
    ]),
  );

export const template = (deployed: Deployed, stack: string): Template => {
  const found = templates(deployed)[stack];
  if (!found) throw new Error(`${deployed} has no stack ${stack}`);
  return found;
};

/** Every resource of a type, wherever it is, as it stands in the template. */
export const resources = (deployed: Deployed, type: string): Resource[] =>
  Object.values(templates(deployed))
    .flatMap(({ Resources }) => Object.values(Resources))
    .filter(({ Type }) => Type === type);

/** The one of its type in a stack. */
export const only = (deployed: Deployed, stack: string, type: string): Resource & { readonly id: string } => {
  const found = Object.entries(template(deployed, stack).Resources).filter(([, { Type }]) => Type === type);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${deployed} has ${found.length} ${type} in ${stack}`);
  return { id: first[0], ...first[1] };
};

/** A value as a line: an address put together by CloudFormation reads as one. */
export const asText = (value: any): string => {
  if (typeof value === 'string') return value;
  if (value?.Ref) return `<${value.Ref}>`;
  if (value?.['Fn::GetAtt']) return `<${(value['Fn::GetAtt'] as string[]).join('.')}>`;
  if (value?.['Fn::Sub']) return value['Fn::Sub'];
  if (value?.['Fn::Join']) return (value['Fn::Join'][1] as any[]).map(asText).join(value['Fn::Join'][0]);
  return JSON.stringify(value);
};

export interface Right {
  readonly actions: string[];
  readonly on: string[];
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** What a role may do: all statements of all policies that name it. */
export const rightsOf = (deployed: Deployed, stack: string, role: string): Right[] => {
  const { Resources } = template(deployed, stack);
  const found = Resources[role];
  if (found?.Type !== 'AWS::IAM::Role') throw new Error(`${role} is no role of ${stack}`);
  const inline = (found.Properties.Policies ?? []).map(({ PolicyDocument }: any) => PolicyDocument);
  const attached = Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::ManagedPolicy')
    .filter(({ Properties }) => (Properties.Roles ?? []).some((one: any) => one.Ref === role))
    .map(({ Properties }) => Properties.PolicyDocument);
  return [...inline, ...attached]
    .flatMap(({ Statement }) => Statement as any[])
    .map(({ Effect, Action, Resource }) => {
      if (Effect !== 'Allow') throw new Error('a denial tells nothing of what may be done');
      return { actions: list(Action).map(String), on: list(Resource).map(asText) };
    });
};
