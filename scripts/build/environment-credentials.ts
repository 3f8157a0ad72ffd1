/** Replaces AWS's chain of credential providers in the bundle: Lambda provides them only in environment variables. */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
