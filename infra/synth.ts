import { rm } from 'node:fs/promises';
import path from 'node:path';
import { findingsIn, synthesize } from './synthesize.ts';

/** Both stages in both phases, in one process: the command line would start anew for each. */
const out = 'cdk.out';
const skillId = 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000';
const production = {
  stage: 'production',
  alarmEmail: 'team@example.com',
  regions: 'us-east-1,eu-west-1,us-west-2',
};
const deployments: Record<string, Record<string, string>> = {
  [out]: { skillId },
  [path.join(out, 'personal-first')]: {},
  [path.join(out, 'production-first')]: production,
  [path.join(out, 'production-second')]: { ...production, skillId },
};

await rm(out, { recursive: true, force: true });
for (const [outdir, context] of Object.entries(deployments)) {
  const assembly = synthesize(context, {}, { outdir });
  console.log(`${outdir}: ${assembly.stacks.map(({ id }) => id).join(', ')}`);
  // They have been printed; a warning is enough to fail.
  if (findingsIn(assembly).length > 0) process.exitCode = 1;
}
