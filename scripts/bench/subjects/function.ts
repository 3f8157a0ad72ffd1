import { pathToFileURL } from 'node:url';

/** The bundle's handler, loaded into this process. */
export type Handle = (event: unknown) => Promise<unknown>;

/** Loads the bundle named by `BUNDLE`. */
export async function loadFunction(): Promise<Handle> {
  const { handler } = await import(pathToFileURL(process.env['BUNDLE'] ?? '').href);
  const context = { awsRequestId: 'bench', getRemainingTimeInMillis: () => 30_000 };
  return (event) => handler(event, context);
}
