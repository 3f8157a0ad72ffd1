import type { SummaryCase } from '../../local/summary/cases.js';
import { playSummary } from '../../local/summary/play-summary.js';
import type { Notification } from '../../src/domain/notification.js';
import { renderContextOf, type SampleConfig } from './read-sample.js';

/** Resolves to the summaries of a morning that is played, as the function of these settings words them. */
export function playMorning(morning: SummaryCase, config: SampleConfig): Promise<readonly Notification[]> {
  return playSummary(morning, renderContextOf(config), config.language, config.format);
}
