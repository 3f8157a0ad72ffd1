import type { ServiceEvent } from '../../aws/service-event.js';
import type { Skipped } from '../../domain/notification.js';
import { messageOf, type RenderedEvent } from '../render.js';
import type { RenderContext, Renderer } from '../renderer.js';
import { completed } from './complete.js';
import { generic } from './generic.js';

/** Called if a renderer threw and `generic` took over: a bug of ours that the log should show. */
export type OnRenderFailure = (renderer: string, error: unknown) => void;

/** Returns the event as a message, or why it is not shown. Never throws: if the renderer does, `generic` takes over. */
export function renderWith(
  renderer: Renderer,
  event: ServiceEvent,
  context: RenderContext,
  onFailure?: OnRenderFailure,
): RenderedEvent | Skipped {
  try {
    return render(renderer, event, context);
  } catch (error) {
    // A plain message tonight is worth more than a perfect one after the next release.
    onFailure?.(renderer.name, error);
    return render(generic, event, context);
  }
}

function render(renderer: Renderer, event: ServiceEvent, context: RenderContext): RenderedEvent | Skipped {
  const rendered = renderer.render(event, context);
  const isWhole = renderer === generic || 'skipped' in rendered;
  return messageOf(isWhole ? rendered : completed(rendered, event, context), renderer, event, context);
}
