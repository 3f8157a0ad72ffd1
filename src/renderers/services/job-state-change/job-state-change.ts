import type { ConsolePage } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { getOwn, type JsonObject, objectAt, textAt } from '../../../base/json.js';
import type { ResourceKind, Words } from '../../../text/words.js';
import type { Renderer } from '../../renderer.js';
import type { FieldRow } from '../../toolkit/event-fields.js';
import { type EventRow, renderRow } from '../../toolkit/event-table.js';
import type { Verdict } from '../../toolkit/verdict.js';
import { type SnsJob, snsJobOf } from './sns-job.js';

/** The ending of a detail-type of this kind. */
const CHANGE = / (State|Status)[- ]Change( Notification| Event)?$/i;

/** Services whose events are all about a job, a channel or a model, even those that are not a change of state. */
const SOURCES =
  /^aws\.(appflow|bedrock|comprehend|elastictranscoder|forecast|healthlake|iotanalytics|ivs|kendra|lookout\w+|media\w+|opsworks|personalize|rekognition|sms|textract|transcribe|translate|voiceid)$/;

/** Services whose detail-types leave out whose job it is. */
const SERVICES: Readonly<Record<string, string>> = { 'aws.bedrock': 'Bedrock', 'aws.healthlake': 'HealthLake' };

/** Our words for the last noun of what a detail-type is about, if we have one. */
const NOUNS: Readonly<Record<string, ResourceKind>> = {
  Agent: 'agent',
  Application: 'application',
  Channel: 'channel',
  Cluster: 'cluster',
  Command: 'command',
  Deployment: 'deployment',
  Endpoint: 'endpoint',
  Execution: 'execution',
  Instance: 'instance',
  Job: 'job',
  Model: 'model',
  Pipeline: 'pipeline',
  Task: 'task',
};

/** Pages that are found by the name alone. */
const PAGES: Readonly<Record<string, ConsolePage>> = {
  'aws.mediaconvert': 'mediaconvert',
  'aws.medialive': 'medialive',
  'aws.transcribe': 'transcribe',
};

const ANY_NAME = /^[\w-]*name$/i;
const ANY_STATE = /^[\w-]*(state|status)$/i;

/** Which keys say what, in whatever spelling a service chose; the first pattern that finds one counts. */
const NAMES = [ANY_NAME, /(job|task|execution|run|channel|flow|deployment|command|instance)[-_]?(id|arn)$/i, /^id$/i];
const PREVIOUS = /^(prev|desired|last|old)/i;
/** Names of other things than the one that an event is about. */
const OTHERS = /user|role|bucket|file|policy|event|attachment/i;
const STATES = [/^(state|status)$/i, ANY_STATE, /^(result|outcome|event|current)$/i, /^event[-_]?(name|type)$/i];
const REASONS = [/reason$/i, /error[-_]?message$/i, /message$/i, /(cause|description|error)$/i];
const FIELDS: readonly FieldRow[] = [
  ['operation', ['operation', 'command']],
  ['type', ['alert_type', 'type']],
  ['errorCode', ['errorCode', 'error-code', 'ErrorCode']],
  ['queue', 'queue'],
  ['pipeline', 'pipeline'],
  ['progress', ['jobProgress.jobPercentComplete', 'percentComplete']],
  ['duration', 'duration', 'seconds'],
];

/** States that only such services have. */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  active: ['recovery', 'available'],
  available: ['recovery', 'available'],
  cleared: ['recovery', 'recovered'],
  connection_lost: ['error', 'unavailable'],
  idle: ['info', 'stopped'],
  not_ready: ['error', 'unavailable'],
  ready: ['recovery', 'available'],
  requested: ['info', 'started'],
  online: ['recovery', 'available'],
  set: ['error', 'alarm'],
  'starvation end': ['recovery', 'recovered'],
  'starvation start': ['warning', 'warning'],
};

/**
 * A job, task, channel or other resource of a service changed its state: one renderer for all events of this common form.
 * Comes after every service with a renderer of its own.
 */
export const jobStateChange: Renderer = {
  name: 'job-state-change',
  matches: ({ source, detailType, detail }) =>
    (source.startsWith('aws.') && CHANGE.test(detailType)) ||
    (SOURCES.test(source) && !detailType.endsWith('via CloudTrail')) ||
    snsJobOf(detail) !== undefined,
  render(event, context) {
    const { words } = context;
    const job: SnsJob | undefined = snsJobOf(event.detail);
    if (job) return renderRow(`${job.service} ${words.resourceKind.job}`, job.row, event, context);
    return { ...renderRow(kindOf(event, words), rowOf(event), event, context), newer: !CHANGE.test(event.detailType) };
  },
};

/** `Transcribe Job State Change` is about a `Transcribe 作业`, `Translate TextTranslationJob …` about a `Translate Text Translation 作业`. */
function kindOf({ source, detailType }: ServiceEvent, { resourceKind }: Words): string {
  const words = detailType.replace(CHANGE, '').split(' ');
  const service = getOwn(SERVICES, source) ?? [];
  const last = (words.at(-1) ?? '').split(/(?<=[a-z])(?=[A-Z])/);
  const noun = last.at(-1) ?? '';
  const known = getOwn(NOUNS, noun);
  const kind = [...words.slice(0, -1), ...last.slice(0, -1), known === undefined ? noun : resourceKind[known]];
  return [service, ...kind].flat().join(' ');
}

function rowOf({ source, detail }: ServiceEvent): EventRow {
  const page = getOwn(PAGES, source);
  return {
    kind: 'job',
    name: keysLike(detail, NAMES),
    state: keysLike(detail, STATES),
    verdict: VERDICTS,
    fields: FIELDS,
    details: keysLike(detail, REASONS),
    ...(page && { page }),
  };
}

function keysLike(detail: JsonObject, patterns: readonly RegExp[]): readonly string[] {
  const keys = keysOf(detail);
  return patterns.flatMap((pattern) => keys.filter(({ last }) => isLike(last, pattern)).map(({ path }) => path));
}

/** A pattern of names passes over those of other things, one of states over what was and what is wished. */
function isLike(key: string, pattern: RegExp): boolean {
  if (pattern === ANY_NAME) return pattern.test(key) && !OTHERS.test(key);
  return pattern.test(key) && !(pattern === ANY_STATE && PREVIOUS.test(key));
}

/** Most keys of an object that are looked at: more than any event has. */
const MOST_KEYS = 300;

const keysIn = (value: JsonObject): readonly string[] => Object.keys(value).slice(0, MOST_KEYS);

/** Keys of texts, those of the detail itself before those of an object in it: MediaPackage wraps all in a `harvest_job`. */
function keysOf(detail: JsonObject): readonly { readonly path: string; readonly last: string }[] {
  const own = keysIn(detail).filter((key) => !key.includes('.'));
  const within = own
    .filter((key) => !PREVIOUS.test(key))
    .flatMap((key) => keysIn(objectAt(detail, key)).map((last) => ({ path: `${key}.${last}`, last })));
  const all = [...own.map((key) => ({ path: key, last: key })), ...within];
  return all.filter(({ path }) => textAt(detail, ...path.split('.')) !== undefined);
}
