import { readSamples } from '../../local/samples/samples.js';
import { at } from '../../src/base/json.js';
import { answerOf, type Bench } from './bench.js';
import type { Figure } from './figure.js';
import { median, medianRatio, ms, quantile } from './statistics.js';
import type { JudgeTimes } from './subjects/judging.js';
import type { RenderTimes } from './subjects/rendering.js';
import type { ScalingTimes } from './subjects/scaling.js';

/** The sample of an SNS alarm. */
const SNS_ALARM = 'cloudwatch-sns/metric-alarm.json';

/** Measures every sample that is rendered, and finds the slowest. */
export async function measureRendering(bench: Bench): Promise<readonly Figure[]> {
  const samples = (await readSamples()).flatMap((folder) => folder.samples);
  const rendered = await answerOf<readonly RenderTimes[]>(bench, 'rendering', { samples });
  const [slowest] = rendered
    .map(({ file, renderer, times }) => ({ file, renderer, p50: median(times), p99: quantile(times, 0.99) }))
    .sort((a, b) => b.p50 - a.p50);
  const all = rendered.flatMap(({ times }) => times);
  const worst = slowest
    ? `slowest: ${slowest.renderer} (${slowest.file}), p50 ${ms(slowest.p50)}, p99 ${ms(slowest.p99)}`
    : '';
  const p99 = quantile(all, 0.99);
  const alarm = median(rendered.flatMap(({ file, times }) => (file.endsWith(SNS_ALARM) ? times : [])));
  return [
    {
      name: 'reading, judging, rendering, p99 of all samples / rendering an SNS alarm, p50',
      value: p99 / alarm,
      target: 4,
      unit: '',
      detail: `${ms(p99)} / ${ms(alarm)}; ${rendered.length} samples, p50 ${ms(median(all))}; ${worst}`,
    },
  ];
}

/** Measures the judge of good and bad on an event that no renderer knows against an SNS alarm. */
export async function measureJudging(bench: Bench): Promise<Figure> {
  const samples = (await readSamples()).flatMap((folder) => folder.samples);
  const eventOf = (name: string): unknown => samples.find(({ file }) => file.endsWith(name))?.event;
  const values = ['generic/application-event.json', 'generic/unknown-aws-service.json'].map((name) =>
    at(eventOf(name), 'detail'),
  );
  const alarm = eventOf(SNS_ALARM);
  const { judged, alarm: rendered } = await answerOf<JudgeTimes>(bench, 'judging', { values, alarm });
  return {
    name: 'judging an event / rendering an SNS alarm',
    value: medianRatio(judged, rendered),
    target: 0.5,
    unit: '',
    detail: `${values.length} events`,
  };
}

/** Measures what two hundred rules add to a notification. */
export async function measureRouting(bench: Bench): Promise<Figure> {
  const times = await answerOf<readonly number[]>(bench, 'routing', null);
  return {
    name: 'routing by 200 rules that do not match',
    value: median(times),
    target: 0.05,
    unit: 'ms',
    detail: `p99 ${ms(quantile(times, 0.99))}; each checked to its last pattern`,
  };
}

/** Measures the time for ten times the notifications. */
export async function measureScaling(bench: Bench): Promise<readonly Figure[]> {
  const measured = await answerOf<Readonly<Record<string, ScalingTimes>>>(bench, 'scaling', null);
  return Object.entries(measured).map(([name, { count, few, many }]) => ({
    name: `ten times the notifications: ${name}`,
    value: medianRatio(many, few),
    target: 11,
    unit: '',
    detail: `${count * 10} / ${count}`,
  }));
}
