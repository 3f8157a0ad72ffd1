import type { Metric } from '../../src/base/log.js';
import { type Resources, ref, sub } from '../cloudformation.js';
import { provided } from '../flag.js';
import type { Plan } from '../plan.js';
import { FUNCTIONS } from './functions.js';

/** A graph of metrics of wecomrobot itself. */
interface Graph {
  readonly title: string;
  /** Metrics that the functions' log lines carry, each with what it is called in the graph. */
  readonly metrics: Readonly<Partial<Record<Metric, string>>>;
  readonly statistic: 'Sum' | 'Maximum';
  readonly unit: string;
}

/** The graphs, in the order in which somebody asks: does it live, does it show, does it wait, was something lost. */
export const GRAPHS: readonly Graph[] = [
  {
    title: '入队与送达 · queued and shown',
    metrics: { queued: 'queued 入队', delivered: 'shown 送达', skipped: 'skipped 略过' },
    statistic: 'Sum',
    unit: 'messages',
  },
  {
    title: '延迟 · delay',
    metrics: { delaySeconds: 'shown late 送达延迟', waitingSeconds: 'waiting 等待' },
    statistic: 'Maximum',
    unit: 's',
  },
  {
    title: '暂时无法送达 · unavailable',
    metrics: { unavailable: 'unavailable 不可用', unconfirmed: 'unconfirmed 未确认' },
    statistic: 'Sum',
    unit: 'attempts',
  },
  {
    title: '搁置与被拒 · parked and refused',
    metrics: {
      parked: 'parked 搁置',
      refused: 'refused 被拒',
      invalid: 'invalid 无效',
      ticksLost: 'reminders lost 丢失的提醒',
    },
    statistic: 'Sum',
    unit: 'messages',
  },
  {
    title: '心跳 · heartbeat',
    metrics: { heartbeat: 'heartbeat 心跳' },
    statistic: 'Sum',
    unit: 'every 5 min',
  },
];

/** Columns and rows of a graph, of the 24 columns of a dashboard. */
const WIDTH = 12;
const HEIGHT = 6;

/** The fields of log lines that say what happened to a message. */
export const QUERIED_FIELDS = [
  ...['status', 'title', 'robot', 'source', 'code', 'reason', 'delaySeconds', 'id'],
] as const;

/** Returns the dashboard, unless it is switched off, and the query about an alarm, over the logs of both functions. */
export function observe({ flags }: Plan): Resources {
  return {
    ...provided(flags.dashboard, {
      OwnDashboard: {
        Type: 'AWS::CloudWatch::Dashboard',
        Properties: { DashboardName: ref('AWS::StackName'), DashboardBody: sub(JSON.stringify(body())) },
      },
    }),
    AlarmQuery: {
      Type: 'AWS::Logs::QueryDefinition',
      Properties: {
        Name: sub('${AWS::StackName}/这条告警怎么了 what happened to this alarm'),
        LogGroupNames: Object.values(FUNCTIONS).map(({ logGroupId }) => ref(logGroupId)),
        QueryString: QUERY,
      },
    },
  };
}

/** `支付网关` is to be replaced by the alarm's name. Lines without a status are not about one message. */
const QUERY = [
  `fields @timestamp, ${QUERIED_FIELDS.join(', ')}`,
  'filter ispresent(status) and (title like "支付网关" or id like "支付网关")',
  'sort @timestamp asc',
  'limit 1000',
].join('\n| ');

/** Returns the body of the dashboard, in which `Fn::Sub` fills the region and the name of the stack. */
function body() {
  return { widgets: [...GRAPHS.map(widgetOf), depths()] };
}

function widgetOf({ title, metrics, statistic, unit }: Graph, index: number) {
  return {
    ...placeOf(index),
    type: 'metric',
    properties: {
      title,
      region: '${AWS::Region}',
      view: 'timeSeries',
      stat: statistic,
      period: 300,
      yAxis: { left: { min: 0, label: unit, showUnits: false } },
      metrics: Object.entries(metrics).map(([name, label]) => [
        'wecomrobot',
        name,
        'service',
        '${AWS::StackName}',
        { label },
      ]),
    },
  };
}

/** Messages that lie in the queues: what waits, what was parked, what could not be handed over. */
function depths() {
  const depth = (queue: string, label: string) => [
    'AWS/SQS',
    'ApproximateNumberOfMessagesVisible',
    'QueueName',
    `\${${queue}.QueueName}`,
    { label },
  ];
  return {
    ...placeOf(GRAPHS.length),
    type: 'metric',
    properties: {
      title: '队列 · queues',
      region: '${AWS::Region}',
      view: 'timeSeries',
      stat: 'Maximum',
      period: 300,
      yAxis: { left: { min: 0, showUnits: false } },
      metrics: [
        depth('Queue', 'waiting 等待'),
        depth('DeadLetterQueue', 'parked 搁置'),
        depth('FailedQueue', 'not handed over 未能递交'),
      ],
    },
  };
}

function placeOf(index: number) {
  return { x: (index % 2) * WIDTH, y: Math.floor(index / 2) * HEIGHT, width: WIDTH, height: HEIGHT };
}

/** Returns the dashboard's address. @param host the host of the partition's console. */
export function dashboardUrl(host: unknown): unknown {
  const path = sub('/cloudwatch/home?region=${AWS::Region}#dashboards:name=${AWS::StackName}');
  return { 'Fn::Join': ['', ['https://', ref('AWS::Region'), '.', host, path]] };
}
