import { type Deployment, startDeployment } from '../../local/deployment/deployment.js';
import type { DeploymentOptions } from '../../local/deployment/deployment-options.js';
import { startPoolInProcess } from '../../local/lambda/in-process-environment.js';
import type { Certificate } from '../../local/net/certificate.js';
import { alarmBySns } from '../../local/samples/alarm-events.js';
import { sampleKey } from '../../local/secrets-manager/sample-secret.js';
import type { WecomSimulator } from '../../local/wecom/simulator.js';
import { systemClock } from '../../src/base/clock.js';
import {
  balance,
  type Figures,
  fastestMinute,
  type Ledger,
  type Sent,
  type Shown,
  textOfBody,
  textOfMessage,
} from './ledger.js';
import { type Row, tokenOf } from './scenario.js';

export const SECRET_ID = 'wecomrobot/robots';
/** WeCom answers from China in about this time. */
const LATENCY_MS = 150;
/** Nobody hears of these: the message was shown, and its answer did not come. */
const UNANSWERED: ReadonlySet<unknown> = new Set([
  'reset-before-answer',
  'silence-after-showing',
  'cut-answer',
  'html-200',
  'late-answer',
]);

export interface LoadBench extends Omit<Deployment, 'publish'> {
  /** Keys by the robots' names, as WeCom knows them. */
  readonly keys: Readonly<Record<string, string>>;
  readonly shown: readonly Shown[];
  readonly sent: Sent[];
  /** Has `notify` invoked with an event that holds these notifications. Rejects where it throws. */
  send(event: object, ...notifications: readonly Sent[]): Promise<void>;
  /** Has Lambda invoke `notify` asynchronously with an event that holds these notifications. */
  publish(event: object, ...notifications: readonly Sent[]): void;
  /** Sends an alarm that happens now and calls everybody. It is for `robot`; a name that the secret lacks is `default`. */
  alarm(number: number, robot?: string): Promise<void>;
  /** Sends again what was sent before. */
  repeat(event: object): Promise<void>;
  /** What became of everything, or of what was for these robots. */
  figures(robots?: readonly string[]): Figures;
  row(title: string, robots?: readonly string[]): Row;
}

/** The secret's text with these keys, and tokens for the HTTP door. */
export function secretOf(robots: Readonly<Record<string, string>>, httpTokens: readonly string[] = []): string {
  return JSON.stringify({ robots, ...(httpTokens.length > 0 && { httpTokens }) });
}

type Options = Partial<DeploymentOptions> & { readonly robots: readonly string[] };

/** The certificates that a process whose time jumps has to trust from its start. */
export interface Certificates {
  readonly certificate: Certificate;
  readonly expired: Certificate;
}

function certificates(): Certificates {
  return JSON.parse(process.env['CERTIFICATES'] ?? '{}');
}

/** Returns a certificate that is trusted, and expired. */
export function expiredCertificate(): Certificate {
  return certificates().expired;
}

/** Two `notify`, four `deliver`, and a WeCom that counts its minute both ways; in the jumping time of this process. */
export async function startLoadBench({ robots, ...options }: Options): Promise<LoadBench> {
  const keys = Object.fromEntries(robots.map((robot, index) => [robot, sampleKey(index + 1)]));
  const deployment = await startDeployment({
    functionFolder: process.env['FUNCTION_FOLDER'] ?? '',
    secretId: SECRET_ID,
    time: { scale: 1, clock: systemClock, env: {}, execArgv: [] },
    startPool: startPoolInProcess,
    certificate: certificates().certificate,
    window: 'both',
    latencyMs: LATENCY_MS,
    notifiers: 2,
    consumers: 4,
    keys: Object.fromEntries(Object.entries(keys).map(([robot, key]) => [key, robot])),
    secrets: { [SECRET_ID]: secretOf(keys) },
    ...options,
    env: { MENTION_ON_ALARM: '@all', ...options.env },
  });
  const { wecom, batches, deadLetters, time } = deployment;
  const sent: Sent[] = [];
  const { shown, figures } = watchWecom(wecom, robots);
  const heldOf = (messages: readonly { readonly groupId: string; readonly body: string }[]) =>
    messages.map(({ groupId, body }) => ({ robot: decodeURIComponent(groupId), text: textOfBody(body) }));
  const send = async (event: object, ...notifications: readonly Sent[]): Promise<void> => {
    sent.push(...notifications);
    await deployment.notify(event);
  };
  const figuresOf = (names: readonly string[] = robots): Figures =>
    figures(
      {
        sent: sent.filter(({ robot }) => names.includes(robot)),
        died: batches.flatMap(({ messages, error }) => (error === undefined ? [] : heldOf(messages))),
        parked: heldOf(deadLetters.messages()),
      },
      names,
    );
  return {
    ...deployment,
    keys,
    sent,
    shown,
    drained: (robot) => Promise.race([deployment.drained(robot), time.clock.sleep(LONGEST_DRAIN_MS)]),
    send,
    alarm: (number, robot = 'default') => {
      const [at, token] = [time.clock.now(), tokenOf(number)];
      const event = alarmBySns({ name: `支付网关 ${token}`, at, description: `wecom: robot=${robot}` });
      return send(event, { robot: robots.includes(robot) ? robot : 'default', token, at });
    },
    publish: (event, ...notifications) => {
      sent.push(...notifications);
      deployment.publish(event);
    },
    repeat: async (event) => void (await deployment.notify(event)),
    figures: figuresOf,
    row: (title, names) => ({ title, figures: figuresOf(names) }),
  };
}

/** What is not shown or parked after so long counts as lost. */
const LONGEST_DRAIN_MS = 3 * 60 * 60_000;

/** What a notice of parked messages says: it names them, but shows none. */
const NOTICE = '已存入死信队列';

/** Returns true if a message tells of parked ones, perhaps among others. */
export function isNotice(text: string): boolean {
  return text.includes(NOTICE);
}

/** Returns a message as JSON, without lines that tell of parked ones. */
export function withoutNotices(text: string): string {
  return text
    .split('\\n')
    .filter((line) => !isNotice(line))
    .join('\\n');
}

/** Notes what the groups show from now on. */
export function watchWecom(wecom: WecomSimulator, robots: readonly string[]) {
  const shown: Shown[] = [];
  // An attempt is told right after the message that it shows.
  wecom.onAttempt(({ shown: isShown, fault }) => {
    const last = isShown ? wecom.shown.at(-1) : undefined;
    if (!last) return;
    const { robot, message, at, mentions } = last;
    const calls = mentions.all || mentions.mobiles.length + mentions.userIds.length > 0;
    shown.push({ robot, text: textOfMessage(message), at, isUnanswered: UNANSWERED.has(fault), calls });
  });
  const timesOf = (name: string) => wecom.attempts.filter(({ robot }) => robot === name).map(({ at }) => at);
  return {
    shown,
    figures: (ledger: Omit<Ledger, 'shown'>, names = robots): Figures => ({
      ...balance({
        ...ledger,
        shown: shown
          .filter(({ robot }) => names.includes(robot))
          .map((one) => ({ ...one, text: withoutNotices(one.text) })),
      }),
      limited: wecom.attempts.filter(
        ({ robot = '', errcode, fault }) =>
          names.includes(robot) && fault !== errcode && (errcode === 45009 || errcode === 45033),
      ).length,
      fastest: Math.max(...names.map((robot) => fastestMinute(timesOf(robot)))),
    }),
  };
}
