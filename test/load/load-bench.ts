import { type Deployment, type DeploymentOptions, startDeployment } from '../../local/deployment.js';
import { sampleKey } from '../../local/secrets-manager/sample-secret.js';
import { preloadedTime } from '../../local/time/scaled-time.js';
import type { WecomSimulator } from '../../local/wecom/simulator.js';
import {
  type Balance,
  balance,
  fastestMinute,
  type Ledger,
  type Sent,
  type Shown,
  textOfBody,
  textOfMessage,
} from './ledger.js';

export const SECRET_ID = 'wecomrobot/robots';
/** WeCom answers from China in about this time. */
const LATENCY_MS = 150;
/** Nobody hears of these: the message was shown, and its answer did not come. */
const UNANSWERED: ReadonlySet<unknown> = new Set([
  'reset-before-answer',
  'silence-after-showing',
  'cut-answer',
  'html-200',
]);

/** What a scenario has come to. */
export interface Figures extends Balance {
  /** Attempts that WeCom answered with 45009 or 45033. */
  readonly limited: number;
  /** Most attempts of one robot in any minute. */
  readonly fastest: number;
}

export interface LoadBench extends Omit<Deployment, 'publish'> {
  /** Keys by the robots' names, as WeCom knows them. */
  readonly keys: Readonly<Record<string, string>>;
  readonly shown: readonly Shown[];
  readonly sent: readonly Sent[];
  /** Has `notify` invoked with an event that holds these notifications. Rejects where it throws. */
  send(event: object, ...notifications: readonly Sent[]): Promise<void>;
  /** Has Lambda invoke `notify` asynchronously with an event that holds these notifications. */
  publish(event: object, ...notifications: readonly Sent[]): void;
  /** Sends again what was sent before. */
  repeat(event: object): Promise<void>;
  figures(): Figures;
}

/** The secret's text with these keys. */
export function secretOf(robots: Readonly<Record<string, string>>): string {
  return JSON.stringify({ robots });
}

type Options = Partial<DeploymentOptions> & { readonly robots: readonly string[] };

/** Two `notify`, four `deliver`, and a WeCom that counts its minute both ways; in the scaled time of this process. */
export async function startLoadBench({ robots, ...options }: Options): Promise<LoadBench> {
  const keys = Object.fromEntries(robots.map((robot, index) => [robot, sampleKey(index + 1)]));
  const deployment = await startDeployment({
    bundle: process.env['BUNDLE_FILE'] ?? '',
    secretId: SECRET_ID,
    time: preloadedTime(process.env),
    window: 'both',
    latencyMs: LATENCY_MS,
    notifiers: 2,
    consumers: 4,
    keys: Object.fromEntries(Object.entries(keys).map(([robot, key]) => [key, robot])),
    secrets: { [SECRET_ID]: secretOf(keys) },
    ...options,
  });
  const { wecom, batches, deadLetters } = deployment;
  const sent: Sent[] = [];
  const { shown, figures } = watchWecom(wecom, robots);
  const heldOf = (messages: readonly { readonly groupId: string; readonly body: string }[]) =>
    messages.map(({ groupId, body }) => ({ robot: decodeURIComponent(groupId), text: textOfBody(body) }));
  return {
    ...deployment,
    keys,
    sent,
    shown,
    send: async (event, ...notifications) => {
      sent.push(...notifications);
      await deployment.notify(event);
    },
    publish: (event, ...notifications) => {
      sent.push(...notifications);
      deployment.publish(event);
    },
    repeat: async (event) => void (await deployment.notify(event)),
    figures: () =>
      figures({
        sent,
        died: batches.flatMap(({ messages, error }) => (error === undefined ? [] : heldOf(messages))),
        parked: heldOf(deadLetters.messages()),
      }),
  };
}

/** Notes what the groups show from now on. */
export function watchWecom(wecom: WecomSimulator, robots: readonly string[]) {
  const shown: Shown[] = [];
  // An attempt is told right after the message that it shows.
  wecom.onAttempt(({ shown: isShown, fault }) => {
    const last = isShown ? wecom.shown.at(-1) : undefined;
    if (!last) return;
    const { robot, message, at } = last;
    shown.push({ robot, text: textOfMessage(message), at, isUnanswered: UNANSWERED.has(fault) });
  });
  const timesOf = (name: string) => wecom.attempts.filter(({ robot }) => robot === name).map(({ at }) => at);
  return {
    shown,
    figures: (ledger: Omit<Ledger, 'shown'>): Figures => ({
      ...balance({ ...ledger, shown }),
      limited: wecom.attempts.filter(({ errcode }) => errcode === 45009 || errcode === 45033).length,
      fastest: Math.max(...robots.map((robot) => fastestMinute(timesOf(robot)))),
    }),
  };
}
