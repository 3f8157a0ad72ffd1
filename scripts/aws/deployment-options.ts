import type { CommandOptions } from '../command-line/command.js';

/** The options of commands for a deployed stack, the same as the framework's own. */
export const STACK_OPTIONS = {
  stage: { type: 'string', value: 'STAGE', default: 'dev', about: 'the stage that was deployed' },
  region: { type: 'string', value: 'REGION', about: 'default AWS_REGION of the environment, else cn-north-1' },
} as const satisfies CommandOptions;

/** Returns the given region, or else the one that serverless.yml deploys to. */
export function regionOf(given: string | undefined): string {
  return given ?? (process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || 'cn-north-1');
}

/** Returns the stack's name, with which the names of its resources begin. */
export function stackNameOf(stage: string): string {
  return `wecomrobot-${stage}`;
}
