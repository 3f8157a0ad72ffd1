import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROWS } from '../deploy/setting-rules.js';
import { SPEEDS } from '../local/group/entry.js';
import { createFeed } from '../local/group/feed.js';
import { startGroupHost } from '../local/group-server/host.js';
import { listenFrom } from '../local/group-server/port.js';
import { createGroupServer } from '../local/group-server/server.js';
import { closeServer } from '../local/net/loopback-server.js';
import { SAMPLE_TOKEN } from '../local/secrets-manager/sample-secret.js';
import { DEFAULT_ROBOT } from '../src/domain/notification.js';
import type { Routes } from '../src/routing/rule.js';
import { bundleFunction } from './build.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';
import { readRoutes } from './routes-file/read-routes.js';

/** The rule of the page's alarm that stays. */
const STAYING_RULES = fileURLToPath(new URL('../local/samples/staying-alarm.yml', import.meta.url));

const COMMAND = {
  usage: 'npm start',
  about: 'Runs the whole deployment on this machine and shows the WeCom group that it posts to. Ctrl-C ends it.',
  options: {
    port: { type: 'string', value: 'PORT', default: '8787', about: 'the first port to try' },
    speed: { type: 'string', value: SPEEDS.join('|'), default: '1', about: 'speed of time' },
  },
  exitCodes: { 0: 'ended by Ctrl-C', 2: 'wrong usage, or it cannot start' },
} as const satisfies Command;

/** The settings of a team, for those that the environment lacks. */
const TEAM = { ACCOUNT_NAMES: '111122223333=生产', MENTION_ON_ALARM: '王芳' };
/** Variables that the page sets, or the servers that stand in for AWS and WeCom. */
const DECIDED_HERE: ReadonlySet<string> = new Set([
  'MESSAGE_LANGUAGE',
  'MESSAGE_FORMAT',
  'ROBOT_SECRET_ID',
  'WECOM_BASE_URL',
]);

function readOptions() {
  const { values } = readCommandLine(COMMAND);
  const port = Number(values.port);
  const speed = SPEEDS.find((one) => String(one) === values.speed);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new RangeError(`Cannot start as --port must be 1 to 65535: current value is ${values.port}`);
  if (speed === undefined)
    throw new RangeError(
      `Cannot start as --speed must be one of ${SPEEDS.join(', ')}: current value is ${values.speed}`,
    );
  return { port, speed };
}

/** Returns the rules with that of the page's alarm that stays, which comes first. */
function withStayingAlarm(routes: Routes): Routes {
  const { rules } = readRoutes(STAYING_RULES);
  return { ...routes, rules: [...rules, ...routes.rules] };
}

/** Returns the default robot, that of the samples, and those that the rules name. */
function robotsOf({ rules }: Routes): readonly string[] {
  return [...new Set([DEFAULT_ROBOT, 'dba', ...rules.flatMap((rule) => rule.robots ?? [])])];
}

/** Returns the deployment's settings that are in the environment. */
function ownSettings(): Record<string, string> {
  const given = ROWS.flatMap(([, { env }]) => {
    const value = env && !DECIDED_HERE.has(env) && process.env[env];
    return value ? [[env, value] as const] : [];
  });
  return { ...TEAM, ...Object.fromEntries(given) };
}

function printWelcome(port: number): void {
  console.log(`
  The group:  http://127.0.0.1:${port}
  The door:   curl -H 'Authorization: Bearer ${SAMPLE_TOKEN}' \\
                -d '{"push_message":"构建失败：payment-api #128","at_mobiles":"13800138000"}' http://127.0.0.1:${port}/push

  Everything runs on this machine: nothing is sent anywhere. Ctrl-C ends it.
`);
}

/** Resolves at Ctrl-C, or when a process manager ends us. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

async function start({ port: wanted, speed }: ReturnType<typeof readOptions>): Promise<void> {
  // A build of its own: another command may build at the same time.
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-start-'));
  const { routes: own } = await bundleFunction(folder);
  const routes = withStayingAlarm(own);
  const feed = createFeed(Date.now);
  let listens: (port: number) => void = () => {};
  const listening = new Promise<number>((resolve) => {
    listens = resolve;
  });
  const host = listening.then((port) =>
    startGroupHost({
      ...{ functionFolder: folder, routes, feed, robots: robotsOf(routes) },
      // The links in messages lead to the door.
      env: { ACK_URL: `http://127.0.0.1:${port}`, ...ownSettings() },
      settings: {
        ...{ language: 'zh-CN', format: 'text', speed },
        ...(process.env['ALARM_GRAPH'] === 'on' && { graph: true }),
      },
    }),
  );
  const server = createGroupServer(host, feed);
  const port = await listenFrom(server, wanted, (taken) =>
    console.log(`Port ${taken} is taken by another program, trying ${taken + 1}`),
  );
  listens(port);
  const { stop } = await host;
  printWelcome(port);
  await untilStopped();
  await closeServer(server);
  await stop();
  await rm(folder, { recursive: true });
}

try {
  await start(readOptions());
} catch (error) {
  // A bad option, a broken routes.yml, no free port: the message says everything.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
