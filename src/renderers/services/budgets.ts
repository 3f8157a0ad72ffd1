import { globalConsoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { formatNumber } from '../../text/format.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { readableSentence } from '../toolkit/readable-sentence.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** The values in an alert, by AWS's names in lower case without spaces: `budgetname`, `alertthreshold`. */
type Values = ReadonlyMap<string, string>;

const ACTUAL = ['actualamount', 'currentamount', 'actualspend'] as const;
const FORECAST = ['forecastedamount', 'forecastedspend'] as const;
const BUDGETED = ['budgetedamount', 'budgetlimit', 'budgetamount'] as const;
const THRESHOLD = ['alertthreshold', 'threshold', 'actionthreshold'] as const;
const KIND = ['alerttype', 'notificationtype', 'thresholdtype'] as const;
const ACTION = ['actionstatus', 'actiontype', 'action'] as const;

/** The name in `Alert Threshold: > $24.00`. */
const NAME = /^[A-Za-z][A-Za-z ]{2,30}$/;
/** The first words of a line that only AWS Budgets writes. */
const FIRST_WORDS = /^(AWS Budgets? (Action )?Notification|Budget Name:)/;
/** Follows a budget's name in a subject. */
const VERB = /\s(?:has|is|have|was)\s/;

/** Longest prose that is read: AWS's has under 1,000 characters. */
const MAX_CHARACTERS = 10_000;

/**
 * An alert of AWS Budgets. AWS sends prose with `Budget Name: …` lines; the same in JSON is understood too.
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
 */
export const budgets: Renderer = {
  name: 'budgets',
  matches: ({ detail, subject, text }) =>
    (text !== '' && /^AWS Budgets?:/.test(subject)) ||
    (text.includes('Budget') && linesOf(text).some((line) => FIRST_WORDS.test(line))) ||
    (firstText(detail, 'budgetName') !== undefined &&
      firstText(detail, ['budgetedAmount', 'budgetLimit', 'budgetType']) !== undefined),
  render(event, { words, timeZone }: RenderContext): Rendered {
    const values = valuesOf(event);
    const forecast = isForecast(values);
    const { label } = words;
    return {
      ...stateFor(verdictOf(values, forecast), words),
      title: `${words.resourceKind.budget} ${nameOf(values, event)}`,
      fields: [
        field(forecast ? label.forecast : label.actual, amountOf(values, words)),
        field(label.budgeted, pick(values, BUDGETED)),
        field(label.threshold, pick(values, THRESHOLD)),
        field(label.type, /^cost$/i.test(values.get('budgettype') ?? '') ? undefined : values.get('budgettype')),
        field(label.action, pick(values, ACTION)),
        timeField(label.time, event.occurredAt, timeZone),
      ],
      details: values.size < 2 ? readableSentence(event.text.slice(0, MAX_CHARACTERS), timeZone) : undefined,
      link: globalConsoleLink('budgets', event.topicArn || event.region),
      account: /AWS Account (\d{12})/.exec(event.text)?.[1],
      region: '', // A budget belongs to an account.
      state: pick(values, KIND),
    };
  },
};

/** Returns the lines of a text, without white space around them. */
function linesOf(text: string): readonly string[] {
  const lines = text.slice(0, MAX_CHARACTERS).split('\n');
  return lines.map((line) => line.trim());
}

function valuesOf({ detail, text }: ServiceEvent): Values {
  const lines = linesOf(text).flatMap((line) => {
    const colonAt = line.indexOf(':');
    const [name, value] = [line.slice(0, Math.max(0, colonAt)), line.slice(colonAt + 1).trim()];
    return NAME.test(name) && value !== '' ? [[name, value] as const] : [];
  });
  const leaves = Object.keys(detail).map((name) => [
    name,
    firstText(detail, [name, `${name}.amount`, `${name}.Amount`]),
  ]);
  const named = [...lines, ...leaves].flatMap(([name, value]): [string, string][] =>
    name === undefined || value === undefined ? [] : [[name.replaceAll(' ', '').toLowerCase(), value]],
  );
  return new Map(named);
}

function pick(values: Values, names: readonly string[]): string | undefined {
  return names.map((name) => values.get(name)).find((value) => value !== undefined);
}

function isForecast(values: Values): boolean {
  return /forecast/i.test(pick(values, KIND) ?? '') || (!pick(values, ACTUAL) && pick(values, FORECAST) !== undefined);
}

/** Returns the budget's name; if the lines are missing, the subject still has it: `AWS Budgets: monthly has exceeded your alert threshold`. */
function nameOf(values: Values, { subject }: ServiceEvent): string {
  const [, said = ''] = /^AWS Budgets?:(.*)/.exec(subject) ?? [];
  return values.get('budgetname') ?? said.split(VERB, 1)[0]?.trim() ?? '';
}

/** Over the budget is an error; over a threshold (or under it, if more is better), or forecast to be, is a warning. */
function verdictOf(values: Values, forecast: boolean): Verdict {
  if (pick(values, ACTION) !== undefined) return ['warning', 'budgetAction'];
  if (pick(values, THRESHOLD)?.startsWith('<')) return ['warning', 'belowTarget'];
  if (forecast) return ['warning', 'forecastOverBudget'];
  return (shareOf(values) ?? 0) >= 1 ? ['error', 'overBudget'] : ['warning', 'overThreshold'];
}

/** `$36.69（预算的 122%）` */
function amountOf(values: Values, words: Words): string | undefined {
  const amount = pick(values, [...FORECAST, ...ACTUAL]);
  const share = amount?.includes('%') ? undefined : shareOf(values);
  if (amount === undefined || share === undefined) return amount;
  return `${amount}${words.aside(words.phrase.ofBudget(formatNumber(share * 100, 0)))}`;
}

function shareOf(values: Values): number | undefined {
  const [amount, budgeted] = [pick(values, [...FORECAST, ...ACTUAL]), pick(values, BUDGETED)].map(numberIn);
  return amount === undefined || budgeted === undefined || budgeted <= 0 ? undefined : amount / budgeted;
}

function numberIn(text: string | undefined): number | undefined {
  const digits = /-?\d[\d,]*(?:\.\d+)?/.exec(text ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}
