/** In the bundle, AWS's chain of ways to find credentials: Lambda hands them over in environment variables, and nowhere else. */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
