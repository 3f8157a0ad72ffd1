/** Options of commands that speak to a deployed stack, for `parseArgs`: the same as the framework's own. */
export const STACK_OPTIONS = {
  stage: { type: 'string', default: 'dev' },
  region: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The region that serverless.yml deploys to, unless one is given. */
export function regionOf(given: string | undefined): string {
  return given ?? (process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || 'cn-north-1');
}

/** The stack's name, and what its resources' names begin with. */
export function stackNameOf(stage: string): string {
  return `wecomrobot-${stage}`;
}
