import { type Draft, type Format, type Mentions, NOBODY, type Notification } from './notification.js';
import { isRed } from './text/severity.js';

/** The robot that messages go to where nothing says otherwise. */
export const DEFAULT_ROBOT = 'default';

/** What applies where no message and no rule says otherwise. */
export interface RoutingDefaults {
  readonly format: Format;
  /** Who is pinged on 🔴. */
  readonly mentionOnAlarm: Mentions;
}

/** Decides whom a draft is for: what the message itself asks for, else the defaults. */
export function route(draft: Draft, defaults: RoutingDefaults): readonly Notification[] {
  const { wishes, ...content } = draft;
  return [
    {
      ...content,
      severity: wishes.severity ?? content.severity,
      robot: wishes.robot ?? DEFAULT_ROBOT,
      format: wishes.format ?? defaults.format,
      mentions: wishes.mentions ?? defaultMentions(draft, defaults),
    },
  ];
}

/** Only what AWS tells us pings by itself: a caller says in the message whom it wants. */
function defaultMentions(draft: Draft, { mentionOnAlarm }: RoutingDefaults): Mentions {
  return draft.kind === 'rendered' && isRed(draft.wishes.severity ?? draft.severity) ? mentionOnAlarm : NOBODY;
}
