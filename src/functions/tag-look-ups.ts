import type { Routes } from '../routing/rule.js';
import { usesTags } from '../routing/wants-tags.js';
import type { OpenedFunction } from './open-function.js';

/** Something that is opened before the first event. */
interface Warm {
  warm(): void;
}

/** Returns what look-ups of tags need, if alarms wait for them: they must not wait for what asks as well. */
export function tagLookUps({ config, edges }: OpenedFunction, routes: Routes): readonly Warm[] {
  if (config.tagRegions.length === 0 || !usesTags(routes)) return [];
  return [edges.openWatch, edges.openLookUps].map((open) => ({ warm: () => void open().catch(() => {}) }));
}
