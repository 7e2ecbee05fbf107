import type { Standing } from './aws.ts';
import type { Place } from './names.ts';
import type { Deploying } from './step.ts';

const goesOn = [
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'IMPORT_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'IMPORT_ROLLBACK_COMPLETE',
];

/** Whether the stack was made once, whatever happened to it since. */
export const isMade = (standing: Standing | undefined): boolean =>
  standing !== undefined && goesOn.includes(standing.status);

/** The stack, where one may look: an account may close regions that it does not use. Says so where one may not. */
export const seen = async (
  { aws, terminal }: Pick<Deploying, 'aws' | 'terminal'>,
  { region, stack }: Place,
): Promise<Standing | undefined> => {
  try {
    return await aws.stack(region, stack);
  } catch (error) {
    terminal.say(`- ${stack}: could not look in ${region}. ${(error as Error).message}`);
    return undefined;
  }
};

/** What the person is told of a stack. */
export const described = ({ region, stack }: Place, standing: Standing | undefined): string => {
  const told = (text: string) => `- ${stack} in ${region}: ${text}`;
  switch (standing?.status) {
    case undefined:
    case 'REVIEW_IN_PROGRESS':
      return told('not there yet.');
    case 'UPDATE_ROLLBACK_COMPLETE':
      return told('there. Its last update failed and was taken back; it is tried again now.');
    case 'ROLLBACK_COMPLETE':
      return told('could not be made last time, and was taken back. CDK clears that away, and tries again.');
    default:
      return told(isMade(standing) ? 'there.' : `${standing?.status}.`);
  }
};

/** Why nothing can be deployed over this stack now, and what to do about it. */
export const obstacle = ({ region, stack }: Place, standing: Standing | undefined): string | undefined => {
  const status = standing?.status ?? 'REVIEW_IN_PROGRESS';
  const of = `--stack-name ${stack} --region ${region}`;
  if (status === 'REVIEW_IN_PROGRESS' || isMade(standing)) return undefined;
  if (status === 'ROLLBACK_COMPLETE' && !stack.endsWith('Data')) return undefined;
  if (status.endsWith('_IN_PROGRESS')) {
    return `${stack} is being worked on just now (${status}), by another deployment or one that was broken off. Wait some minutes and start again.`;
  }
  if (status === 'UPDATE_ROLLBACK_FAILED') {
    return `An update of ${stack} failed, and so did taking it back. Let CloudFormation finish that, then start again:\n\n    $ aws cloudformation continue-update-rollback ${of}`;
  }
  const unprotect = stack.endsWith('Data')
    ? `\n    $ aws cloudformation update-termination-protection --no-enable-termination-protection ${of}`
    : '';
  const kept = stack.endsWith('Data') ? ' The table, if there is one, outlives it.' : '';
  return `${stack} is left over half made (${status}), and must be deleted before it can be made again.${kept} Then start again:\n${unprotect}\n    $ aws cloudformation delete-stack ${of}\n    $ aws cloudformation wait stack-delete-complete ${of}`;
};
