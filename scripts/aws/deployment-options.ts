import { NO_REGION, profileRegion } from '../../deploy/profile-region.js';
import type { Command, CommandOptions } from '../command-line/command.js';
import { misuse } from '../command-line/read-command-line.js';

/** The options of commands that call AWS, the same as those of AWS's own command. */
export const AWS_OPTIONS = {
  region: {
    type: 'string',
    value: 'REGION',
    about: 'default AWS_REGION of the environment, else that of the AWS profile',
  },
  profile: { type: 'string', value: 'PROFILE', about: 'the AWS profile; default AWS_PROFILE of the environment' },
} as const satisfies CommandOptions;

/** The options of commands for a deployed stack. */
export const STACK_OPTIONS = {
  stage: { type: 'string', value: 'STAGE', default: 'dev', about: 'the stage that was deployed' },
  ...AWS_OPTIONS,
} as const satisfies CommandOptions;

/** The values of `AWS_OPTIONS`. */
interface Given {
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
}

/**
 * Resolves to the region, found as AWS's own command and serverless.yml find it, and has AWS's clients use the profile. Ends the
 * script if there is no region: a guess could lead to another account's half of the world.
 */
export async function regionOf(command: Command, { region, profile }: Given): Promise<string> {
  if (profile) process.env['AWS_PROFILE'] = profile;
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  const found = region || AWS_REGION || AWS_DEFAULT_REGION || (await profileRegion(profile));
  return found ?? misuse(command, NO_REGION);
}

/** Returns the stack's name, with which the names of its resources begin. */
export function stackNameOf(stage: string): string {
  return `wecomrobot-${stage}`;
}
