import { isObject, type JsonObject } from '../base/json.js';
import { keyWords } from '../base/key-words.js';
import { parseMessage } from '../base/lenient-json.js';
import { pairsIn } from '../base/pairs.js';
import { addSign, type Evidence, noEvidence } from './evidence.js';
import { addHeading } from './heading.js';
import { type KeyRole, keyRole } from './key-role.js';
import { FAILED, readingOfGrade } from './readings.js';
import { addScalar } from './scalar.js';
import { gradeOf } from './scale.js';
import { noteKeySubject } from './subject.js';
import { type Reading, readState } from './words/read-text.js';

/** Deeper, more or longer tells nothing new, and must not take our time either. */
const MAX_DEPTH = 7;
const MAX_NODES = 1500;
const MAX_ELEMENTS = 50;
const MAX_JSON = 50_000;

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
  const evidence = noEvidence();
  const walk: Walk = { evidence, nodes: budget.nodes };
  if (Array.isArray(value)) addElements(walk, value, depth);
  else if (isObject(value)) addObject(walk, value, depth);
  else if (typeof value === 'string') addHeading(evidence, '', value, depth);
  budget.nodes = walk.nodes;
  return evidence;
}

function addObject(walk: Walk, value: JsonObject, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (isCondition(value)) {
    addSign(walk.evidence, 'state', value.type, value.status, depth, readCondition(value));
    return;
  }
  for (const key of Object.keys(value)) {
    walk.nodes += 1;
    if (walk.nodes > MAX_NODES) return;
    addEntry(walk, value, key, depth);
  }
}

/** A condition as Kubernetes has it: `{ type: 'Ready', status: 'False', reason: … }`. */
interface Condition {
  readonly type: string;
  readonly status: string;
}

function isCondition(value: JsonObject): value is JsonObject & Condition {
  const { type, status } = value;
  return typeof type === 'string' && typeof status === 'string' && /^(?:true|false)$/i.test(status);
}

/** Reads a condition that is met or not. One for something bad that is not met tells nothing. */
function readCondition({ type, status }: Condition): Reading | undefined {
  const isMet = /^true$/i.test(status);
  const reading = readState(isMet ? type : `not ${type}`);
  return !isMet && reading?.kind === 'good' ? undefined : reading;
}

function addEntry(walk: Walk, object: JsonObject, key: string, depth: number): void {
  const role = keyRole(key);
  const words = keyWords(key);
  const { evidence } = walk;
  noteKeySubject(evidence, words);
  if (role === 'past' || (words === 'source' && hasDestination(object))) return;
  const value = inner(object[key]);
  if (Array.isArray(value)) addList(walk, role, key, value, depth);
  else if (isObject(value)) addInner(walk, role, key, value, depth);
  else addScalar(evidence, object, role, key, value, depth);
}

function addInner(walk: Walk, role: KeyRole, key: string, value: JsonObject, depth: number): void {
  const { evidence } = walk;
  if (role === 'error' && Object.keys(value).length > 0) addSign(evidence, 'signal', key, '', depth, FAILED);
  if (role === 'severity' || role === 'grade') addNamedGrade(evidence, key, value, depth, role);
  addWorstCount(evidence, key, value, depth);
  addObject(walk, value, depth + 1);
}

/** Adds the worst grade of which there are any: `{ critical: 2, high: 0, medium: 7 }`. `high` and `low` are a range, `warning` and `critical` thresholds. */
function addWorstCount(evidence: Evidence, key: string, counts: JsonObject, depth: number): void {
  const entries = Object.entries(counts).map(([name, count]) => [gradeOf(name), count] as const);
  const grades = entries.map(([grade]) => grade);
  const isScale = grades.includes('high') && (grades.includes('critical') || grades.includes('medium'));
  if (!isScale || entries.some(([grade, count]) => grade === undefined || typeof count !== 'number')) return;
  for (const [grade, count] of entries)
    if (Number(count) > 0) addSign(evidence, 'severity', key, String(count), depth, readingOfGrade(grade));
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
  if (typeof text === 'string') addSign(evidence, weight, key, text, depth, readingOfGrade(gradeOf(text)));
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
    addSign(walk.evidence, 'signal', key, String(list.length), depth, FAILED);
  const pairs = pairsIn(list);
  if (pairs === undefined) addElements(walk, list, depth);
  else addObject(walk, pairs, depth + 1);
}

function addElements(walk: Walk, list: readonly unknown[], depth: number): void {
  for (const element of list.slice(0, MAX_ELEMENTS)) {
    const value = inner(element);
    if (isObject(value) || Array.isArray(value)) walk.evidence.elements.push(evidenceOf(value, walk, depth + 1));
  }
}
