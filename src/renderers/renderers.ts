import type { ServiceEvent } from '../service-event.js';
import type { Renderer } from './renderer.js';

/**
 * Every service we render, asked in this order: the first that matches takes the event, so the more special stands first.
 * One line per renderer. `text` and `generic` are no members: they take what neither a renderer nor a payload takes.
 */
export const RENDERERS: readonly Renderer[] = [];

/** The renderer of an event, or nothing: then it is a payload's, plain text's or `generic`'s. */
export function rendererOf(event: ServiceEvent): Renderer | undefined {
  return RENDERERS.find((renderer) => renderer.matches(event));
}
