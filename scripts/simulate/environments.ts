import { randomUUID } from 'node:crypto';
import { functionArn } from '../../local/lambda/environment.js';
import type { App } from '../../src/app/app.js';
import type { Clock } from '../../src/base/clock.js';
import { countPlatformLine, type FunctionUse, type Meter } from './meter.js';

/**
 * Time after which Lambda ends an idle environment, milliseconds. AWS does not say; others measured five to fifteen minutes and
 * more.
 */
const IDLE_MS = 10 * 60_000;
/** Longest life of an environment, milliseconds. AWS does not say; others measured about two hours. */
const LIFE_MS = 2 * 60 * 60_000;
/** Init of a function with the CPU that it has then: docs/performance.md, 187 to 307 ms. */
const INIT_MS = 300;
/** CPU time of one invocation with 256 MB: docs/performance.md, 0.62 ms of a whole core, of which 256 MB give a seventh. */
const CPU_MS = 5;

interface Environment {
  readonly app: App;
  readonly startedAt: number;
  usedAt: number;
  isBusy: boolean;
}

export interface EnvironmentsOptions {
  readonly name: keyof Meter['functions'];
  readonly timeoutMs: number;
  /** Wires the app of a new environment, with memories of its own, and resolves when its init is over. */
  readonly open: () => Promise<App>;
  readonly meter: Meter;
  readonly clock: Clock;
}

/** Creates a function that invokes a Lambda function in a free environment, the last used first, or in a new one. */
export function createEnvironments(options: EnvironmentsOptions): (event: unknown) => Promise<unknown> {
  const { name, timeoutMs, open, meter, clock } = options;
  const use: FunctionUse = meter.functions[name];
  let environments: readonly Environment[] = [];
  const isAlive = ({ isBusy, usedAt, startedAt }: Environment): boolean =>
    isBusy || (clock.now() - usedAt < IDLE_MS && clock.now() - startedAt < LIFE_MS);
  const start = async (): Promise<Environment> => {
    const startedAt = clock.now();
    use.coldStarts += 1;
    const [app] = await Promise.all([open(), clock.sleep(INIT_MS)]);
    const environment = { app, startedAt, usedAt: clock.now(), isBusy: true };
    environments = [...environments, environment];
    return environment;
  };
  return async (event) => {
    const from = clock.now();
    environments = environments.filter(isAlive);
    const free = environments.filter(({ isBusy }) => !isBusy);
    const last = free.reduce<Environment | undefined>(
      (best, one) => (best && best.usedAt >= one.usedAt ? best : one),
      undefined,
    );
    if (last) last.isBusy = true;
    const environment = last ?? (await start());
    const endMs = clock.now() + timeoutMs;
    await clock.sleep(CPU_MS);
    const requestId = randomUUID();
    try {
      const arn = functionArn(name);
      return await environment.app(event, { requestId, functionArn: arn, remainingMs: () => endMs - clock.now() });
    } finally {
      environment.isBusy = false;
      environment.usedAt = clock.now();
      use.invocations += 1;
      use.billedMs += clock.now() - from;
      for (const line of platformLines(name, requestId, clock.now() - from)) countPlatformLine(meter, line);
    }
  };
}

/**
 * Returns the lines that Lambda writes for an invocation under the JSON log format.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html
 */
function platformLines(name: string, requestId: string, durationMs: number): readonly string[] {
  const time = '2026-11-01T00:00:00.000Z';
  const metrics = {
    durationMs: durationMs + 0.123,
    billedDurationMs: durationMs,
    memorySizeMB: 256,
    maxMemoryUsedMB: 98,
  };
  return [
    { type: 'platform.start', record: { requestId, functionArn: functionArn(name), version: '$LATEST' } },
    { type: 'platform.report', record: { requestId, metrics, status: 'success' } },
  ].map((line) => JSON.stringify({ time, ...line }));
}
