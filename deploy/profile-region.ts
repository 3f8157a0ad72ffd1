import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/**
 * Resolves to the region of an AWS profile, as AWS's client finds it: in `~/.aws/config`, or the files that `AWS_CONFIG_FILE` and
 * `AWS_SHARED_CREDENTIALS_FILE` name. `undefined` if the profile has none.
 * @param profile its name. Default: that of `AWS_PROFILE`, else `default`.
 */
export async function profileRegion(profile?: string): Promise<string | undefined> {
  // To AWS's client an empty variable is a region.
  if (process.env['AWS_REGION'] === '') delete process.env['AWS_REGION'];
  try {
    return (await new SecretsManagerClient(profile ? { profile } : {}).config.region()) || undefined;
  } catch (error) {
    if (error instanceof Error && error.message.includes('Region is missing')) return undefined;
    throw error;
  }
}

/** The error of a command that needs AWS and has no region: a guess could lead to another half of the world. */
export const NO_REGION =
  'Cannot tell the region as none is set: give --region, set AWS_REGION, or write one into the AWS profile (aws configure set region ap-southeast-1)';
