/** The bearer token of the samples in `events/http/`: it opens nothing but a door on one's own machine. */
export const SAMPLE_TOKEN = 'demo-token-for-local-use-only';

/** People of the samples, with the mobiles that the documentation uses. */
export const SAMPLE_PEOPLE = { 王芳: '13800138000', 李强: '13900139000' } as const;

/** A key that only the simulator knows, in the form of a real one. */
export function sampleKey(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The secret's JSON text: these robots (key by name), the token and the people of the samples. */
export function sampleSecret(robots: Readonly<Record<string, string>>): string {
  return JSON.stringify({ robots, httpTokens: [SAMPLE_TOKEN], people: SAMPLE_PEOPLE });
}
