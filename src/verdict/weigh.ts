import { isObject, type JsonObject } from '../base/json.js';
import { keyWords } from '../base/key-words.js';
import { parseMessage } from '../base/lenient-json.js';
import type { Severity } from '../domain/notification.js';
import { type KeyRole, keyRole } from './key-role.js';
import { isTrouble, type Reading, readHeading, readProse, readState, readTitle } from './read-text.js';
import { type Grade, gradeOf, gradeOfNumber, SEVERITY_OF_GRADE } from './scale.js';

/** The kind of evidence, the strongest first. */
export type Weight = 'result' | 'state' | 'signal' | 'event' | 'title' | 'severity' | 'grade' | 'prose';

/** Something in an event that tells good from bad. */
export interface Sign extends Reading {
  readonly weight: Weight;
  /** The key, and the value as text. Empty for the event's own name. */
  readonly key: string;
  readonly text: string;
  readonly depth: number;
}

/** All that tells good from bad in a value. */
export interface Evidence {
  readonly signs: Sign[];
  /** The evidence of each element of its lists. */
  readonly elements: Evidence[];
  /** True if it is about an alert, whose end is good news. */
  alert: boolean;
  /** True if it comes from a guard: what it blocked is no failure. */
  guard: boolean;
  /** True if it says that it is only a drill or a test. */
  drill: boolean;
}

/** Deeper, more or longer tells nothing new, and must not take our time either. */
const MAX_DEPTH = 7;
const MAX_NODES = 1500;
const MAX_ELEMENTS = 50;
/** Longest state in characters: anything longer is prose. */
const MAX_STATE = 80;
const MAX_JSON = 50_000;

const ALERT =
  /\b(?:alerts?|alarms?|incidents?|problems?|monitors?|firing|outages?)\b|\u544a\u8b66|\u62a5\u8b66|\u6545\u969c|\u8b66\u62a5/;
const GUARD =
  /\b(?:waf|firewall|falco|ids|ips|shield|antivirus|guard|attack|acl|intrusion)\b|\u9632\u706b\u5899|\u62e6\u622a|\u9632\u62a4|\u653b\u51fb/;
const DRILL =
  /\b(?:drill|rehearsal|game ?day|dry ?run|chaos)\b|\u6f14\u7ec3|\u6f14\u4e60|\u6d4b\u8bd5\u544a\u8b66|\u544a\u8b66\u6d4b\u8bd5/i;
const NOTHING = /^(?:|0|-|n\/?a|no|none|null|nil|ok|false|success|undefined|\u65e0|\u6b63\u5e38|\u6210\u529f)$/i;
const FAILED: Reading = { severity: 'error', standing: 'failed', kind: 'bad', sure: true };
const ALARMED: Reading = { severity: 'error', standing: 'alarm', kind: 'bad', sure: true };
const RECOVERED: Reading = { severity: 'recovery', standing: 'recovered', kind: 'cured', sure: true };
/** The name or text of an alert of which nothing says whether it goes on. */
const NAMED: Reading = { severity: 'warning', standing: 'alarm', kind: 'poor', sure: false };
const PARTLY: Reading = { severity: 'warning', standing: 'warning', kind: 'poor', sure: true };

interface Walk {
  readonly evidence: Evidence;
  nodes: number;
}

/** Collects what tells good from bad in a value and in the names it came under, such as its type and its subject. */
export function weigh(value: unknown, headings: readonly string[]): Evidence {
  const evidence = evidenceOf(value, { nodes: 0 }, 0);
  for (const heading of headings) addHeading(evidence, '', heading, 0);
  return evidence;
}

function evidenceOf(value: unknown, budget: { nodes: number }, depth: number): Evidence {
  const evidence: Evidence = { signs: [], elements: [], alert: false, guard: false, drill: false };
  const walk: Walk = { evidence, nodes: budget.nodes };
  if (Array.isArray(value)) addElements(walk, value, depth);
  else if (isObject(value)) addObject(walk, value, depth);
  else if (typeof value === 'string') addHeading(evidence, '', value, depth);
  budget.nodes = walk.nodes;
  return evidence;
}

function addObject(walk: Walk, value: JsonObject, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const key of Object.keys(value)) {
    walk.nodes += 1;
    if (walk.nodes > MAX_NODES) return;
    addEntry(walk, value, key, depth);
  }
}

function addEntry(walk: Walk, object: JsonObject, key: string, depth: number): void {
  const role = keyRole(key);
  const words = keyWords(key);
  const { evidence } = walk;
  noteContext(evidence, words);
  if (role === 'past' || (words === 'source' && hasDestination(object))) return;
  const value = inner(object[key]);
  if (Array.isArray(value)) addList(walk, role, key, value, depth);
  else if (isObject(value)) addInner(walk, role, key, value, depth);
  else addScalar(evidence, object, role, key, value, depth);
}

function addInner(walk: Walk, role: KeyRole, key: string, value: JsonObject, depth: number): void {
  const { evidence } = walk;
  if (role === 'error' && Object.keys(value).length > 0) add(evidence, 'signal', key, '', depth, FAILED);
  if (role === 'severity' || role === 'grade') addNamedGrade(evidence, key, value, depth, role);
  addObject(walk, value, depth + 1);
}

interface KeyContext {
  readonly alert: boolean;
  readonly guard: boolean;
}

/** The most keys whose context is kept: senders use few keys again and again. */
const MAX_KEPT = 2000;
const contexts = new Map<string, KeyContext>();

function noteContext(evidence: Evidence, words: string): void {
  if (evidence.alert && evidence.guard) return;
  let context = contexts.get(words);
  if (context === undefined) {
    context = { alert: ALERT.test(words), guard: GUARD.test(words) };
    if (contexts.size < MAX_KEPT) contexts.set(words, context);
  }
  if (context.alert) evidence.alert = true;
  if (context.guard) evidence.guard = true;
}

/** `severity: { label: 'HIGH' }`, `priority: { name: 'P1' }`. */
function addNamedGrade(
  evidence: Evidence,
  key: string,
  value: JsonObject,
  depth: number,
  weight: 'severity' | 'grade',
): void {
  const text = ['label', 'Label', 'name', 'Name', 'summary', 'text', 'value', 'description']
    .map((name) => value[name])
    .find((named) => typeof named === 'string');
  if (typeof text === 'string') add(evidence, weight, key, text, depth, readingOfGrade(gradeOf(text)));
}

/** `source` is a place as often as the state before: only beside a destination it is what was. */
function hasDestination(object: JsonObject): boolean {
  return ['destination', 'dest', 'target', 'to'].some((key) => Object.hasOwn(object, key));
}

/** JSON in a string is what it holds. */
function inner(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > MAX_JSON || !/^\s*[[{]/.test(value)) return value;
  return parseMessage(value) ?? value;
}

function addList(walk: Walk, role: KeyRole, key: string, list: readonly unknown[], depth: number): void {
  if ((role === 'failures' || role === 'error') && list.length > 0)
    add(walk.evidence, 'signal', key, String(list.length), depth, FAILED);
  addElements(walk, list, depth);
}

function addElements(walk: Walk, list: readonly unknown[], depth: number): void {
  for (const element of list.slice(0, MAX_ELEMENTS)) {
    const value = inner(element);
    if (isObject(value) || Array.isArray(value)) walk.evidence.elements.push(evidenceOf(value, walk, depth + 1));
  }
}

function add(
  evidence: Evidence,
  weight: Weight,
  key: string,
  text: string,
  depth: number,
  reading: Reading | undefined,
): void {
  if (reading !== undefined) evidence.signs.push({ ...reading, weight, key, text, depth });
}

type Scalar = string | number | boolean;

function addScalar(
  evidence: Evidence,
  object: JsonObject,
  role: KeyRole,
  key: string,
  value: unknown,
  depth: number,
): void {
  if (role === 'none' || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')) return;
  READ[role]?.({ evidence, object, key, value, depth, text: String(value).trim() });
}

interface Found {
  readonly evidence: Evidence;
  readonly object: JsonObject;
  readonly key: string;
  readonly value: Scalar;
  readonly text: string;
  readonly depth: number;
}

/** Readers by the key's role. Roles that are missing tell nothing by themselves. */
const READ: Readonly<Partial<Record<KeyRole, (found: Found) => void>>> = {
  result: (found) => addState(found, 'result'),
  state: (found) => addState(found, 'state'),
  severity: (found) => addGrade(found, 'severity'),
  grade: (found) => addGrade(found, 'grade'),
  event: ({ evidence, key, text, depth }) => addEvent(evidence, key, text, depth),
  title({ evidence, key, text, depth }) {
    if (text !== '' && /alarm|alert|\u544a\u8b66|\u62a5\u8b66/i.test(key))
      add(evidence, 'prose', key, text, depth, NAMED);
    addHeading(evidence, key, text, depth, 'title');
  },
  prose({ evidence, key, text, depth }) {
    if (DRILL.test(text.slice(0, 200))) evidence.drill = true;
    add(evidence, 'prose', key, text, depth, readProse(text));
  },
  success({ evidence, key, text, depth }) {
    const answer = answerOf(text);
    if (answer === undefined) return;
    const isHealth = /healthy|up|alive|reachable/i.test(key);
    const bad: Reading = isHealth ? { ...FAILED, standing: 'unhealthy' } : FAILED;
    const good: Reading = { severity: 'recovery', standing: isHealth ? 'ok' : 'succeeded', kind: 'good', sure: true };
    add(evidence, 'result', key, text, depth, answer ? good : bad);
  },
  exit({ evidence, key, text, depth }) {
    if (!NOTHING.test(text)) add(evidence, 'signal', key, text, depth, FAILED);
  },
  http: ({ evidence, key, text, depth }) => add(evidence, 'signal', key, text, depth, readHttpStatus(Number(text))),
  error({ evidence, key, text, depth, value }) {
    if (!NOTHING.test(text)) add(evidence, 'signal', key, text, depth, typeof value === 'number' ? PARTLY : FAILED);
  },
  failures({ evidence, object, key, text, depth }) {
    const reading = readCount(object, key, text);
    add(evidence, 'signal', key, text, depth, reading);
  },
  alarmed({ evidence, key, text, depth }) {
    const answer = answerOf(text);
    if (answer === true)
      add(evidence, 'state', key, text, depth, { severity: 'error', standing: 'alarm', kind: 'bad', sure: true });
    else if (text === '0')
      add(evidence, 'state', key, text, depth, {
        severity: 'recovery',
        standing: 'recovered',
        kind: 'cured',
        sure: true,
      });
    else if (answer === undefined) addState({ evidence, object: {}, key, value: text, text, depth }, 'state');
  },
  recovered({ evidence, key, text, depth }) {
    const answer = answerOf(text);
    if (answer === true) add(evidence, 'result', key, text, depth, RECOVERED);
    if (answer === false && /^is/i.test(key)) add(evidence, 'result', key, text, depth, ALARMED);
  },
  drill({ evidence, text }) {
    if (answerOf(text) === true) evidence.drill = true;
  },
};

function answerOf(text: string): boolean | undefined {
  if (/^(?:true|yes|y|1|\u662f)$/i.test(text)) return true;
  return /^(?:false|no|n|0|\u5426)$/i.test(text) ? false : undefined;
}

function addState({ evidence, key, value, text, depth }: Found, weight: 'result' | 'state'): void {
  if (typeof value === 'boolean' || text === '') return;
  const number = Number(text);
  if (Number.isFinite(number)) {
    add(evidence, 'signal', key, text, depth, number >= 200 ? readHttpStatus(number) : undefined);
    return;
  }
  if (text.length > MAX_STATE) {
    add(evidence, 'prose', key, text, depth, readProse(text));
    return;
  }
  if (ALERT.test(text.toLowerCase())) evidence.alert = true;
  add(evidence, weight, key, text, depth, readState(text) ?? classOf(text));
}

/** `status: P1`: a class of urgency in the place of a state. */
function classOf(text: string): Reading | undefined {
  return /^(?:p|sev-?)\d$/i.test(text) ? readingOfGrade(gradeOf(text)) : undefined;
}

function readingOfGrade(grade: Grade | undefined): Reading | undefined {
  if (grade === undefined) return undefined;
  const severity = SEVERITY_OF_GRADE[grade];
  return {
    severity,
    standing: 'alarm',
    kind: severity === 'info' ? 'going' : severity === 'warning' ? 'poor' : 'bad',
    sure: true,
  };
}

function addGrade({ evidence, key, value, text, depth }: Found, weight: 'severity' | 'grade'): void {
  const number = typeof value === 'number' || /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  const grade = number === undefined ? gradeOf(text) : gradeOfNumber(keyWords(key), number);
  const reading = readingOfGrade(grade);
  if (reading) {
    add(evidence, weight, key, text, depth, reading);
    return;
  }
  // `alert_type: success`, `level: ok`: good news in the place of a grade.
  if (number === undefined && weight === 'severity') add(evidence, 'state', key, text, depth, readState(text));
}

function addEvent(evidence: Evidence, key: string, text: string, depth: number): void {
  if (text.length > 200) return;
  const words = keyWords(text);
  if (!evidence.alert && ALERT.test(words)) evidence.alert = true;
  if (!evidence.guard && GUARD.test(words)) evidence.guard = true;
  if (DRILL.test(text)) evidence.drill = true;
  const reading = readHeading(text);
  // The kind of an event is good news only if it says so: Kubernetes calls every event `Normal`.
  if (reading?.standing !== 'ok') add(evidence, 'event', key, text, depth, reading);
}

function addHeading(
  evidence: Evidence,
  key: string,
  text: string,
  depth: number,
  weight: 'event' | 'title' = 'event',
): void {
  const head = text.slice(0, 300);
  if (head === '') return;
  const lower = head.toLowerCase();
  if (!evidence.alert && ALERT.test(lower)) evidence.alert = true;
  if (!evidence.guard && GUARD.test(lower)) evidence.guard = true;
  if (DRILL.test(head)) evidence.drill = true;
  const named = head.replace(KIND_OF_MESSAGE, ' ');
  add(evidence, weight, key, head, depth, weight === 'title' ? readTitle(named) : readHeading(named));
  const tag = /^\s*[[\u3010]([^\]\u3011]{1,20})[\]\u3011]/.exec(head)?.[1];
  if (tag !== undefined) add(evidence, 'severity', key, head, depth, readingOfGrade(gradeOf(tag)));
}

/** Names of events end in these whatever happened: `EC2 Instance State-change Notification` is no change of ours. */
const KIND_OF_MESSAGE = /\b(?:(?:state|status)[- ]?changed?|change|update|notification|event|webhook)s?\b/gi;

function readHttpStatus(status: number): Reading | undefined {
  if (status >= 500 && status < 600) return { severity: 'error', standing: 'unavailable', kind: 'bad', sure: true };
  if (status >= 400 && status < 500) return { severity: 'warning', standing: 'warning', kind: 'poor', sure: false };
  return undefined;
}

/** Reads a number of failures: all of them failed, or some. */
function readCount(object: JsonObject, key: string, text: string): Reading | undefined {
  const answer = /^(?:true|yes|\u662f)$/i.test(text);
  if (answer) return FAILED;
  const count = Number(text);
  if (text === '') return undefined;
  if (!Number.isFinite(count))
    return NOTHING.test(text) ? undefined : { ...FAILED, sure: false, severity: 'warning', kind: 'poor' };
  if (count <= 0) return undefined;
  const others = Object.keys(object).filter((other) => other !== key && TOTAL.test(keyWords(other)));
  const total = Math.max(0, ...others.map((other) => Number(object[other])).filter(Number.isFinite));
  return total > 0 && count >= total && others.some((other) => /total|all|\u603b/.test(keyWords(other)))
    ? FAILED
    : PARTLY;
}

const TOTAL =
  /^(?:total|all|count|succeeded|success|passed|ok|processed|imported)(?: \w+)?$|\u603b|\u6210\u529f|\u901a\u8fc7/;

/** Returns the signs that count for trouble. */
export function troubleIn(signs: readonly Sign[]): readonly Sign[] {
  return signs.filter(({ kind }) => isTrouble(kind));
}

/** Returns the more severe of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

const ORDER: readonly Severity[] = ['critical', 'error', 'warning', 'info', 'recovery'];
