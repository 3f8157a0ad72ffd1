import type { ServiceEvent } from '../service-event.js';
import { cloudWatchAlarm } from './cloudwatch-alarm.js';
import { cloudWatchAlarmConfiguration } from './cloudwatch-alarm-configuration.js';
import type { Renderer } from './renderer.js';

/**
 * Every service we render, asked in this order: the first that matches takes the event, so the more special stands first.
 * One line per renderer. `text` and `generic` are no members: they take what neither a renderer nor a payload takes.
 */
export const RENDERERS: readonly Renderer[] = [cloudWatchAlarm, cloudWatchAlarmConfiguration];

/** The renderer of an event, or nothing: then it is a payload's, plain text's or `generic`'s. */
export function rendererOf(event: ServiceEvent): Renderer | undefined {
  return RENDERERS.find((renderer) => renderer.matches(event));
}
