/** The bearer token of the samples in `events/http/`. It opens only a door on the developer's own machine. */
export const SAMPLE_TOKEN = 'demo-token-for-local-use-only';

/** The people of the samples, with the mobiles that the documentation uses. */
export const SAMPLE_PEOPLE = { 王芳: '13800138000', 李强: '13900139000' } as const;

/** Returns a key in the form of a real one that only the simulator knows. */
export function sampleKey(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Returns the secret's JSON text: these robots (keys by name), and the token and people of the samples. */
export function sampleSecret(robots: Readonly<Record<string, string>>): string {
  return JSON.stringify({ robots, httpTokens: [SAMPLE_TOKEN], people: SAMPLE_PEOPLE });
}
