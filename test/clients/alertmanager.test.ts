import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { SqsError } from '../../local/sqs/error.js';
import { arrayAt, numberAt, objectAt, textAt } from '../../src/base/json.js';
import { leaks } from '../end-to-end/leaks.js';
import { type QueueBench, startQueueBench } from '../end-to-end/queue-bench.js';
import { type LocalDoor, startLocalDoor } from '../support/local-door.js';
import { type Alertmanager, startAlertmanager } from './alertmanager.js';
import { documented } from './documented.js';
import type { Program } from './find-programs.js';
import { statePrograms } from './programs.js';
import { type Prometheus, startPrometheus } from './prometheus.js';
import { type SnsTopic, startSnsTopic } from './sns-topic.js';

const ROBOTS = ['rules', 'basic', 'retried', 'storm', 'slack', 'dba'];
const BY_SNS = 'Alertmanager and Grafana by SNS';
const STORM = 200;

const { Alertmanager: alertmanagerProgram, Prometheus: prometheusProgram } = statePrograms(
  'Alertmanager',
  'Prometheus',
);

let bench: QueueBench;
let door: LocalDoor;
let topic: SnsTopic;
let alertmanager: Alertmanager;
/** The HTTP status of each answer of the door, by robot. */
const statuses: { readonly robot: string; readonly status: number }[] = [];

/** The receiver of docs/http-door.md, with our door in the place of its host. */
function webhookReceiver(robot: string): object {
  const [receiver] = arrayAt(parse(documented('Alertmanager', 'yaml')), 'receivers');
  const webhook = objectAt(receiver, 'webhook_configs', 0);
  const http_config = {
    authorization: { ...objectAt(webhook, 'http_config', 'authorization'), credentials_file: 'token' },
  };
  return { name: robot, webhook_configs: [{ ...webhook, url: `${door.url}/push?robot=${robot}`, http_config }] };
}

/** The receiver of docs/http-door.md, with the stand-in in the place of SNS. */
function snsReceiver(): object {
  const [receiver] = arrayAt(parse(documented(BY_SNS, 'yaml')), 'receivers');
  return { name: 'dba', sns_configs: [{ ...objectAt(receiver, 'sns_configs', 0), api_url: topic.url }] };
}

function receivers(): readonly object[] {
  const basic_auth = { username: 'wecom', password_file: 'token' };
  const url = `${door.url}/push?robot=basic`;
  return [
    ...['rules', 'retried', 'storm'].map(webhookReceiver),
    { name: 'basic', webhook_configs: [{ url, http_config: { basic_auth } }] },
    {
      name: 'slack',
      slack_configs: [{ api_url: `${door.url}/services/T0/B0/${SAMPLE_TOKEN}?robot=slack`, send_resolved: true }],
    },
    snsReceiver(),
  ];
}

/** Starts Alertmanager with a route to each receiver, by the label `road`. */
function start(program: Program): Promise<Alertmanager> {
  const routes = ROBOTS.map((robot) => ({
    receiver: robot,
    matchers: [`road="${robot}"`],
    group_by: robot === 'storm' ? ['...'] : ['alertname'],
  }));
  const route = { receiver: 'rules', group_by: ['alertname'], group_wait: '1s', group_interval: '1s', routes };
  const config = { route, receivers: receivers(), templates: ['*.tmpl'] };
  return startAlertmanager(program, config, { token: SAMPLE_TOKEN, 'wecom.tmpl': documented(BY_SNS, 'gotemplate') });
}

const alert = (road: string, alertname: string, more: object = {}) => ({
  labels: { alertname, road, severity: 'critical', instance: 'db-1' },
  annotations: { summary: `${alertname}：磁盘只剩 "3 %"\n请清理` },
  generatorURL: 'http://prometheus.example.com/graph?g0.expr=up&g0.tab=1',
  ...more,
});
const over = () => ({ endsAt: new Date().toISOString() });
const contents = (robot: string) => bench.contents(robot);
const statusesOf = (wanted: string) => statuses.flatMap(({ robot, status }) => (robot === wanted ? status : []));

if (alertmanagerProgram) {
  beforeAll(async () => {
    bench = await startQueueBench(...ROBOTS);
    topic = await startSnsTopic(bench.publish, bench.time.clock.now);
    door = await startLocalDoor(async (event) => {
      const answer = await bench.notify(event);
      const robot = new URLSearchParams(textAt(event, 'rawQueryString')).get('robot') ?? '';
      statuses.push({ robot, status: numberAt(answer, 'statusCode') ?? 0 });
      return answer;
    });
    alertmanager = await start(alertmanagerProgram);
  });
  afterAll(async () => {
    await alertmanager.close();
    await Promise.all([door.close(), topic.close()]);
    await bench.close();
  });

  describe('Alertmanager', () => {
    it('delivers an alert and its end by basic_auth, the token as the password', async () => {
      await alertmanager.post(alert('basic', '磁盘已满'));
      await expect.poll(() => contents('basic')).toEqual([expect.stringMatching(/^🔴.*磁盘只剩 "3 %"/)]);
      await alertmanager.post(alert('basic', '磁盘已满', over()));
      await expect.poll(() => contents('basic')).toHaveLength(2);
      expect(contents('basic')[1]).toMatch(/^🟢 /);
    });

    it('tries again after 503 until the alert is taken', async () => {
      bench.refuseWith(() => new SqsError('ServiceUnavailable', 'not now'));
      await alertmanager.post(alert('retried', '队列不可用'));
      await expect.poll(() => statusesOf('retried').length).toBeGreaterThanOrEqual(2);
      expect(new Set(statusesOf('retried'))).toEqual(new Set([503]));
      bench.refuseWith();
      await expect.poll(() => contents('retried')).toEqual([expect.stringContaining('队列不可用')]);
      expect(statusesOf('retried').at(-1)).toBe(202);
    });

    it(`has a storm of ${STORM} groups taken, each once, and all of them are shown`, async () => {
      // Without a beginning or an end in common, which would stand in a headline once.
      const ends = ['high', 'slow', 'full'];
      const names = Array.from({ length: STORM }, (_, index) => `${'abcde'[index % 5]}${index} is ${ends[index % 3]}`);
      await alertmanager.post(...names.map((name) => alert('storm', name)));
      await expect.poll(() => statusesOf('storm').length).toBe(STORM);
      expect(new Set(statusesOf('storm'))).toEqual(new Set([202]));
      await bench.drained('storm');
      expect(statusesOf('storm')).toHaveLength(STORM);
      const shown = contents('storm').join('\n');
      expect(names.filter((name) => !shown.includes(name))).toEqual([]);
    });

    it(`has a storm of ${STORM} alerts of one group told in one message, and so is its end`, async () => {
      const before = contents('basic').length;
      const labels = (index: number) => ({ alertname: '节点失联', road: 'basic', instance: `web-${index}` });
      const all = (more: object) =>
        Array.from({ length: STORM }, (_, index) => alert('basic', '节点失联', { labels: labels(index), ...more }));
      await alertmanager.post(...all({}));
      await expect.poll(() => contents('basic').slice(before)).toEqual([expect.stringMatching(/^🔴.*200/)]);
      await alertmanager.post(...all(over()));
      await expect.poll(() => contents('basic').slice(before + 1)).toEqual([expect.stringMatching(/^🟢.*200/)]);
    });

    it('delivers by slack_configs with another host, to /services/', async () => {
      await alertmanager.post(alert('slack', '接口超时'));
      await expect.poll(() => contents('slack')).toEqual([expect.stringMatching(/^🔴.*接口超时/s)]);
      await alertmanager.post(alert('slack', '接口超时', over()));
      await expect.poll(() => contents('slack')).toHaveLength(2);
      expect(contents('slack')[1]).toMatch(/^🟢/);
    });

    it('signs by itself what sns_configs publishes, and the alerts and their end arrive in their colours', async () => {
      await alertmanager.post(
        alert('dba', '复制延迟'),
        alert('dba', '复制延迟', { labels: { alertname: '复制延迟', road: 'dba', instance: 'db\\2' } }),
      );
      await expect.poll(() => contents('dba')).toEqual([expect.stringMatching(/^🔴.*磁盘只剩 "3 %".*2/)]);
      await alertmanager.post(
        alert('dba', '复制延迟', over()),
        alert('dba', '复制延迟', { labels: { alertname: '复制延迟', road: 'dba', instance: 'db\\2' }, ...over() }),
      );
      await expect.poll(() => contents('dba').at(-1)).toMatch(/^🟢/);
    });

    it('has a group of more alerts than the template lists counted', async () => {
      const before = contents('dba').length;
      const many = Array.from({ length: STORM }, (_, index) => `db-${index}`);
      await alertmanager.post(
        ...many.map((instance) =>
          alert('dba', '连接数过高', { labels: { alertname: '连接数过高', road: 'dba', instance } }),
        ),
      );
      await expect.poll(() => contents('dba').slice(before).join('\n')).toMatch(/连接数过高.*50/s);
    });
  });

  if (prometheusProgram) {
    describe('Prometheus', () => {
      let prometheus: Prometheus;
      beforeAll(async () => {
        const rule = {
          alert: '订单积压',
          expr: 'orders_waiting > 100',
          labels: { severity: 'critical', road: 'rules' },
          annotations: { summary: '订单积压', description: '{{ $labels.shop }}有 {{ $value }} 单' },
        };
        prometheus = await startPrometheus(prometheusProgram, rule, alertmanager.url);
      });
      afterAll(() => prometheus.close());

      it('fires a rule: what fires is one group, and the end of each alert is told', async () => {
        prometheus.expose('orders_waiting{shop="北京"} 120\norders_waiting{shop="上海"} 340\n');
        await expect.poll(() => contents('rules')[0]).toMatch(/^🔴.*订单积压.*2/);
        expect(contents('rules')[0]).toContain('🔴 北京有 120 单');
        expect(contents('rules')[0]).toContain('🔴 上海有 340 单');
        prometheus.expose('orders_waiting{shop="北京"} 3\norders_waiting{shop="上海"} 340\n');
        await expect.poll(() => contents('rules').at(-1)).toMatch(/🟢 北京有/);
        prometheus.expose('orders_waiting{shop="北京"} 3\norders_waiting{shop="上海"} 4\n');
        await expect.poll(() => contents('rules').at(-1)).toMatch(/^🟢.*订单积压.*shop=上海/s);
      });

      it('writes no token, and neither does Alertmanager nor the function', () => {
        expect(leaks([...prometheus.lines, ...alertmanager.lines, ...bench.lines])).toEqual([]);
      });
    });
  }
}
