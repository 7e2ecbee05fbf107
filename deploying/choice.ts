import { parseArgs } from 'node:util';
import { Stop } from './stop.ts';

/** Where Alexa can call a Lambda function; `infra/deployment.ts` holds the same list. */
export const allowedRegions = ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-northeast-1'] as const;
export type Region = (typeof allowedRegions)[number];

/** What a person wants to have deployed or destroyed. */
export interface Choice {
  readonly stage: 'personal' | 'production';
  /** Home first. */
  readonly regions: readonly [Region, ...Region[]];
  readonly alarmEmail?: string | undefined;
  readonly monthlyBudget?: string | undefined;
  /** Nobody is there to be asked: yes to everything. */
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly help: boolean;
}

const regionsIn = (said: string): Choice['regions'] => {
  const named = said.split(',').map((name) => name.trim());
  const regions = named.map((name) => {
    const region = allowedRegions.find((allowed) => allowed === name);
    if (region) return region;
    throw new Stop(
      `Alexa cannot call Lambda in "${name}". Choose from ${allowedRegions.join(', ')}: the nearest to your Echo.`,
    );
  });
  const [home, ...others] = new Set(regions);
  if (!home || regions.length > 1 + others.length) throw new Stop(`--regions names a region twice: ${said}`);
  return [home, ...others];
};

const options = {
  stage: { type: 'string', default: 'personal' },
  regions: { type: 'string', default: 'us-east-1' },
  'alarm-email': { type: 'string' },
  'monthly-budget': { type: 'string' },
  yes: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const flagsIn = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Stop(`${(error as Error).message}\nFlags come after two dashes, as in: npm run deploy -- --dry-run`);
  }
};

/**
 * Reads the flags. What npm took for a flag of its own, since the two dashes were forgotten, counts where it makes
 * nothing happen: `npm run deploy --dry-run`.
 */
export const choiceIn = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Choice => {
  const { stage, regions: said, 'alarm-email': alarmEmail, 'monthly-budget': monthlyBudget, ...flags } = flagsIn(args);
  if (stage !== 'personal' && stage !== 'production') {
    throw new Stop(`There is no stage "${stage}". The stages are: personal, production.`);
  }
  const regions = regionsIn(said);
  if (regions.length > 1 && stage === 'personal') {
    throw new Stop('The personal stage runs in one region. For more: --stage production.');
  }
  if (alarmEmail !== undefined && alarmEmail !== 'none' && !/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(alarmEmail)) {
    throw new Stop(`"${alarmEmail}" is not an e-mail address that alarms can go to.`);
  }
  if (monthlyBudget !== undefined) {
    if (!(Number(monthlyBudget) > 0 && Number.isFinite(Number(monthlyBudget)))) {
      throw new Stop(`"${monthlyBudget}" is no monthly budget: give US dollars, as in 50.`);
    }
    if (stage === 'personal') throw new Stop('A monthly budget is of the production stage: --stage production.');
    if (!alarmEmail || alarmEmail === 'none') {
      throw new Stop('A monthly budget needs --alarm-email, or nobody would hear of it.');
    }
  }
  const dryRun = flags['dry-run'] || environment.npm_config_dry_run === 'true';
  return { stage, regions, alarmEmail, monthlyBudget, yes: flags.yes, dryRun, help: flags.help };
};
