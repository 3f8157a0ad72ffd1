import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/domain/severity.js';
import { type Backlog, nextStep } from '../../../src/queue/batch/backlog.js';
import { createPaceMemory } from '../../../src/queue/lane/pace-memory.js';
import { itemOf, writtenNotification } from '../../support/queue-item.js';

const of = (id: string, severity: Severity, isComposite = false) =>
  itemOf(id, {
    notification: writtenNotification(id, {
      severity,
      origin: { source: 'invoke', ...(isComposite && { isComposite }) },
    }),
  });
const idsOf = (items: readonly { readonly messageId: string }[]) => items.map(({ messageId }) => messageId);

/** The step with more behind the batch and time enough to fold it. */
function stepOf(over: Partial<Backlog>) {
  const backlog: Backlog = {
    items: [],
    isWhole: false,
    isFoldable: true,
    sentOn: 0,
    hasOthers: false,
    isWorse: () => false,
    ...over,
  };
  const step = nextStep(backlog, 3400, 0);
  return 'items' in step ? { kind: step.kind, now: idsOf(step.items), later: idsOf(step.reserve) } : step;
}

describe('nextStep', () => {
  it('nextStep: a recovery alone at the end of a batch is sent behind its alarm, and shown once it moved often', () => {
    const items = [of('ok', 'recovery')];
    expect(stepOf({ items, isFoldable: false })).toEqual({ kind: 'fold' });
    expect(stepOf({ items, isFoldable: false, sentOn: 100 })).toEqual({ kind: 'post', now: ['ok'], later: [] });
  });

  it('nextStep: beside messages to be parked all but recoveries are posted, which come last if nothing more waits', () => {
    const items = [of('ok', 'recovery'), of('alarm', 'error')];
    expect(stepOf({ items, hasOthers: true })).toEqual({ kind: 'post-all', now: ['alarm'], later: ['ok'] });
    const whole = { kind: 'post-all', now: ['alarm', 'ok'], later: [] };
    expect(stepOf({ items, hasOthers: true, isWhole: true })).toEqual(whole);
  });

  it('nextStep: a composite alarm is posted next though an equally bad alarm was shown, and not twice in a minute', () => {
    const { isWorse, told } = createPaceMemory(() => 0);
    const seen = (severity: Severity, isComposite = false) =>
      told('default', of('seen', severity, isComposite).notification);
    const step = () => stepOf({ items: [of('all', 'error', true)], isWorse: (urgency) => isWorse('default', urgency) });
    seen('error');
    expect(step()).toEqual({ kind: 'post', now: ['all'], later: [] });
    seen('error', true);
    expect(step()).toEqual({ kind: 'fold' });
  });
});
