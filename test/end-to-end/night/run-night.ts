/** Plays the night in this process, whose time jumps. Started by `start-night.ts`, whose orders are the first argument, as JSON. */
import { argv, env } from 'node:process';
import { type CloudWatchEndpoint, startCloudWatch } from '../../../local/cloudwatch/endpoint.js';
import { type Deployment, startDeployment } from '../../../local/deployment/deployment.js';
import { lambdaEnvironment } from '../../../local/lambda/environment.js';
import { startPoolInProcess } from '../../../local/lambda/in-process-environment.js';
import type { Certificate } from '../../../local/net/certificate.js';
import { watchClientNetwork } from '../../../local/net/client-network.js';
import { snsOf } from '../../../local/samples/alarm-events.js';
import { sampleKey } from '../../../local/secrets-manager/sample-secret.js';
import { startJumpingTime } from '../../../local/time/jumping-time.js';
import { systemClock as clock } from '../../../src/base/clock.js';
import { numberAt, parseObject, textAt } from '../../../src/base/json.js';
import type { AlarmState } from '../../../src/watch/alarm/transition.js';
import {
  ALARMS,
  at,
  BEGIN,
  CONFIGURATION,
  comingsOf,
  END,
  KILL_AT,
  MUTE_RULE,
  OUTAGES,
  type Part,
  PEOPLE,
  TAKEN,
  TOPIC,
} from './plot.js';

const MINUTE = 60_000;
const PLACE = 'ap-southeast-1:111122223333';
const CONSUMERS = 2;
const SECRET_ID = 'wecomrobot/robots';
const KEYS = { default: sampleKey(1), dba: sampleKey(2) };

/** What this process is to do. */
export interface Orders {
  /** The folder of the built functions. */
  readonly functionFolder: string;
  /** Trusted by this process, by `NODE_EXTRA_CA_CERTS`. */
  readonly certificate: Certificate;
  readonly language: string;
}

/** One message as a group read it. */
export interface Shown {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly robot: string;
  readonly text: string;
  /** Names of those who were called. */
  readonly called: readonly string[];
}

/** All that was seen of the night. */
export interface Night {
  readonly shown: readonly Shown[];
  /** What the log says of ticks. */
  readonly tickLines: readonly string[];
  /** The metrics of ticks that were lost, summed up. */
  readonly ticksLost: number;
  /** Events that Lambda gave up. */
  readonly keptEvents: number;
  readonly parked: number;
}

const { functionFolder, certificate, language } = JSON.parse(argv[2] ?? '{}') as Orders;
Object.assign(env, lambdaEnvironment('local'));
const network = watchClientNetwork();
process.send?.(await startJumpingTime(network.isBusy, BEGIN).run(playNight));
process.disconnect();
process.exit();

async function playNight(): Promise<Night> {
  const cloudWatch = await startCloudWatch(PLACE, clock);
  // It is read when the first tick opens its client, not when the function's module is imported.
  env['AWS_ENDPOINT_URL_CLOUDWATCH'] = cloudWatch.endpoint;
  const deployment = await startDeployment({
    functionFolder,
    secretId: SECRET_ID,
    time: { scale: 1, clock, env: {}, execArgv: [] },
    certificate,
    keys: { [KEYS.default]: 'default', [KEYS.dba]: 'dba' },
    secrets: { [SECRET_ID]: JSON.stringify({ robots: KEYS, people: PEOPLE }) },
    window: 'both',
    notifiers: 3,
    consumers: CONSUMERS,
    heartbeats: true,
    maximumConcurrency: 2,
    startPool: startPoolInProcess,
    env: {
      MESSAGE_LANGUAGE: language,
      MENTION_ON_ALARM: '赵敏',
      WATCH_TOPICS: TOPIC,
      WATCH_ALARM_RULE: 'false',
      WATCH_ACKS: 'true',
      DURATION_REGIONS: 'ap-southeast-1',
    },
  });
  for (const { name, type = 'MetricAlarm', configuration } of ALARMS)
    cloudWatch.alarms.put(type, { ...CONFIGURATION, ...configuration, AlarmName: name });
  cloudWatch.alarms.mute(MUTE_RULE.name, MUTE_RULE.alarmNames, MUTE_RULE.schedule);
  for (const [moment, happen] of happenings(deployment, cloudWatch)) {
    await clock.sleep(moment - clock.now());
    happen();
  }
  await clock.sleep(END - clock.now());
  const night = nightOf(deployment);
  await Promise.all([deployment.close(), cloudWatch.close()]);
  return night;
}

type Happening = readonly [moment: number, happen: () => void];

/** Returns all that happens in the night, in its order. */
function happenings(deployment: Deployment, cloudWatch: CloudWatchEndpoint): readonly Happening[] {
  const changes = ALARMS.flatMap((part) =>
    part.changes.map(([clockTime, state], index): Happening => {
      const before = part.changes[index - 1]?.[1] ?? 'OK';
      return [
        at(clockTime),
        () => {
          cloudWatch.alarms.setState(part.name, state, reasonOf(part, state));
          if (part.acts !== false) deployment.publish(messageOf(part, state, before, at(clockTime)));
        },
      ];
    }),
  );
  const ticks: Happening[] = [];
  for (let tick = Math.ceil(BEGIN / (5 * MINUTE)) * 5 * MINUTE; tick < END; tick += 5 * MINUTE)
    for (const moment of comingsOf(tick)) ticks.push([moment, () => void deployment.publish(tickAt(tick))]);
  const outages = OUTAGES.flatMap(({ from, to, kind }): readonly Happening[] => [
    [at(from), () => cloudWatch.faults.keep({ kind })],
    [at(to), () => cloudWatch.faults.clear()],
  ]);
  const taken = TAKEN.map(({ at: moment, name, tag }): Happening => {
    const arn = `arn:aws:cloudwatch:${PLACE}:alarm:${name}`;
    return [at(moment), () => cloudWatch.alarms.tag(arn, { 'wecom:ack': tag })];
  });
  const others: readonly Happening[] = [
    [BEGIN + 1000, () => beginWell(cloudWatch)],
    [at(KILL_AT), () => killConsumers(deployment)],
  ];
  return [...changes, ...ticks, ...outages, ...taken, ...others].sort(([one], [other]) => one - other);
}

function beginWell({ alarms }: CloudWatchEndpoint): void {
  for (const { name } of ALARMS) alarms.setState(name, 'OK', 'fine');
}

function killConsumers({ deliver }: Deployment): void {
  for (let index = 0; index < CONSUMERS; index += 1) deliver.kill(index);
}

/** Returns a tick as the rule's input transformer writes it. EventBridge's times have whole seconds. */
function tickAt(tick: number): object {
  return { wecomrobot: 'tick', time: `${new Date(tick).toISOString().slice(0, 19)}Z` };
}

function reasonOf({ type }: Part, state: AlarmState): string {
  if (type === 'CompositeAlarm') return 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:web-2 transitioned';
  const [value, comparison] = state === 'ALARM' ? ['42.0', 'greater than'] : ['0.0', 'not greater than'];
  return `Threshold Crossed: 1 out of the last 1 datapoints [${value}] was ${comparison} the threshold (10.0).`;
}

/** Returns a change of state as SNS delivers it. */
function messageOf(part: Part, state: AlarmState, before: AlarmState, moment: number): object {
  const { AlarmRule } = part.configuration ?? {};
  const { Namespace, MetricName, Period, EvaluationPeriods, Threshold, ComparisonOperator } = CONFIGURATION;
  const Trigger = { Namespace, MetricName, Period, EvaluationPeriods, Threshold, ComparisonOperator, Statistic: 'SUM' };
  const message = {
    AlarmName: part.name,
    AlarmArn: `arn:aws:cloudwatch:${PLACE}:alarm:${part.name}`,
    AWSAccountId: '111122223333',
    Region: 'Asia Pacific (Singapore)',
    NewStateValue: state,
    OldStateValue: before,
    NewStateReason: reasonOf(part, state),
    StateChangeTime: new Date(moment).toISOString().replace('Z', '+0000'),
    ...(AlarmRule === undefined ? { Trigger: { ...Trigger, Dimensions: [] } } : { AlarmRule }),
  };
  return snsOf(JSON.stringify(message), moment);
}

function nightOf({ wecom, lines, failedEvents, deadLetters }: Deployment): Night {
  const parsed = lines.map(parseObject);
  const nameOf = (mobile: string) => Object.entries(PEOPLE).find(([, known]) => known === mobile)?.[0] ?? mobile;
  return {
    shown: wecom.shown.map(({ at: moment, robot, message, mentions }) => ({
      at: moment,
      robot,
      text: textAt(message, 'text', 'content') ?? JSON.stringify(message),
      called: mentions.mobiles.map(nameOf),
    })),
    tickLines: parsed.flatMap((line) => {
      const said = textAt(line, 'message') ?? '';
      return /reminders/.test(said) ? said : [];
    }),
    ticksLost: parsed.reduce((sum, line) => sum + (numberAt(line, 'ticksLost') ?? 0), 0),
    keptEvents: failedEvents.list().objects.length,
    parked: deadLetters.messages().length,
  };
}
