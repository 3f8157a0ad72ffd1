/** Returns a statement that refuses an action without TLS, whoever asks. */
export function tlsOnly(Action: string, Resource: unknown): object {
  return {
    Effect: 'Deny',
    Principal: '*',
    Action,
    Resource,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
