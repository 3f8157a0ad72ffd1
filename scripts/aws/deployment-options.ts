import type { CommandOptions } from '../command-line/command.js';

/** Options of commands that speak to a deployed stack: the same as the framework's own. */
export const STACK_OPTIONS = {
  stage: { type: 'string', value: 'STAGE', default: 'dev', about: 'the stage that was deployed' },
  region: { type: 'string', value: 'REGION', about: 'default AWS_REGION of the environment, else cn-north-1' },
} as const satisfies CommandOptions;

/** The region that serverless.yml deploys to, unless one is given. */
export function regionOf(given: string | undefined): string {
  return given ?? (process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || 'cn-north-1');
}

/** The stack's name, and what its resources' names begin with. */
export function stackNameOf(stage: string): string {
  return `wecomrobot-${stage}`;
}
