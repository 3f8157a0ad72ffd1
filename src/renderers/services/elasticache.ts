import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { getOwn } from '../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { stateOfSentence } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { sourceEventRenderer } from '../toolkit/source-event.js';
import { titleOf } from '../toolkit/title.js';

/** The start of an event's name: the only key of the SNS message (`{"ElastiCache:FailoverComplete": "pay-session"}`), or what its text begins with. */
const EVENT = /^\s*ElastiCache:(\w+)/;

/** Clusters, by SNS. @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ElastiCacheSNS.html */
export const elastiCacheCluster: Renderer = {
  name: 'elasticache',
  matches: (event) => eventName(event) !== undefined,
  render: renderCluster,
};

/** Serverless caches and snapshots, by EventBridge. @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-elasticache.html */
export const elastiCache = sourceEventRenderer({
  name: 'elasticache',
  service: 'ElastiCache',
  sources: ['aws.elasticache'],
  types: /^ElastiCache /,
  marks: /ELASTICACHE-EVENT|^(cache-cluster|replication-group|serverless-cache)/i,
  kinds: {
    'cache-cluster': { kind: 'cacheCluster', page: 'elasticache' },
    'replication-group': { kind: 'cacheCluster', page: 'elasticache' },
    'serverless-cache': { kind: 'cache', page: 'elasticache' },
    'serverless-cache-snapshot': { kind: 'snapshot', page: 'elasticache' },
  },
  other: { kind: 'cache', page: 'elasticache' },
});

function eventName({ detail, text }: ServiceEvent): string | undefined {
  return Object.keys(detail).find((key) => EVENT.test(key)) ?? (EVENT.test(text) ? text : undefined);
}

function renderCluster(event: ServiceEvent, { words, timeZone }: RenderContext): Rendered {
  const key = eventName(event) ?? '';
  const [start = '', name = ''] = EVENT.exec(key) ?? [];
  const rest = key.slice(start.length).trimStart().replace(/^:/, '').trimStart().split('\n', 1)[0]?.slice(0, 300);
  const sentence = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  const outcome = stateOfSentence(sentence, words);
  const cluster = firstText([getOwn(event.detail, key), rest], ['0', '1']);
  return {
    severity: outcome?.severity ?? 'info',
    status: outcome?.status ?? words.status.notice,
    title: titleOf(`ElastiCache ${words.resourceKind.cacheCluster}`, cluster),
    fields: [
      field(words.label.event, getOwn<string>(words.awsCode.elastiCache, name) ?? sentence),
      timeField(words.label.time, event.occurredAt, timeZone),
    ],
    link: consoleLink('elasticache', event.region),
    state: name,
  };
}
