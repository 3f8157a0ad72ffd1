import { adviceOn } from '../../../../scripts/aws/advice.js';
import type { AWS } from '../../../../scripts/errors-page/aws.js';
import { createSecretStore } from '../../../../scripts/secret-setup/secret-store.js';
import { type Provocations, refusing } from './provoke.js';

const refused = (name: string) => () => createSecretStore(refusing(name), 'wecomrobot/robots').read();

/** A way to each error that every command tells alike. */
export const aws: Provocations<typeof AWS> = {
  awsNobody: refused('CredentialsProviderError'),
  awsExpired: refused('ExpiredTokenException'),
  awsUnknown: refused('UnrecognizedClientException'),
  awsWrongKey: refused('SignatureDoesNotMatch'),
  awsDenied: refused('AccessDeniedException'),
  awsUnreachable: () => `Cannot replay as ${adviceOn(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))}`,
  awsProxy: refused('PROXY_HTTP_407'),
  awsCertificate: refused('SELF_SIGNED_CERT_IN_CHAIN'),
  awsBusy: refused('ThrottlingException'),
  awsOther: refused('InternalServiceError'),
};
