import { at, textAt } from '../base/json.js';

/** How a tool tells of a step on the way. */
interface ProgressRow {
  readonly tool: string;
  /** Keys that only this tool's body has, and its value if the key alone is not enough. */
  readonly marks: readonly (readonly [path: readonly string[], value?: RegExp])[];
  /** The state, in the first of these that is set. */
  readonly state: readonly (readonly string[])[];
  /** States that are no end: another call follows each of them. */
  readonly going: RegExp;
}

const GITHUB_GOING = /^(requested|queued|pending|waiting|in_progress)$/;

/** The tools that call for every step of a run. */
const ROWS: readonly ProgressRow[] = [
  ...['workflow_run', 'workflow_job', 'check_run', 'check_suite'].map(
    (kind): ProgressRow => ({
      tool: 'GitHub',
      marks: [[['action']], [[kind]]],
      state: [[kind, 'status']],
      going: GITHUB_GOING,
    }),
  ),
  {
    tool: 'GitHub',
    marks: [[['deployment']], [['deployment_status']]],
    state: [['deployment_status', 'state']],
    going: GITHUB_GOING,
  },
  {
    tool: 'Jenkins',
    marks: [[['build', 'phase']], [['build', 'full_url']]],
    state: [['build', 'phase']],
    going: /^(QUEUED|STARTED)$/,
  },
];

/** A step on the way of a known tool. */
export interface Progress {
  readonly tool: string;
  readonly state: string;
}

/** Returns the step on the way that a body tells of, or `undefined` for an end and for any other body. */
export function progressIn(body: unknown): Progress | undefined {
  for (const { tool, marks, state, going } of ROWS) {
    const isTool = marks.every(([path, value]) => isMarked(body, path, value));
    const found = isTool ? state.map((path) => textAt(body, ...path)).find((text) => text !== undefined) : undefined;
    if (found !== undefined && going.test(found)) return { tool, state: found };
  }
  return undefined;
}

function isMarked(body: unknown, path: readonly string[], value: RegExp | undefined): boolean {
  const found = at(body, ...path);
  return found !== undefined && (value === undefined || (typeof found === 'string' && value.test(found)));
}
