import type { Composer } from '../lane/composer.js';
import type { Outgoing, PreparedItem, ReceivedMessage } from '../message/item.js';
import type { Divided } from './divide-items.js';
import { type Sorted, sortOut } from './sort-out.js';

/** Composes one robot's items: the ready ones merged if possible, then the suspects one by one. Never throws. */
export function composePosts<Message>(
  { ready, suspect }: Pick<Divided, 'ready' | 'suspect'>,
  composer: Composer<Message>,
): Sorted<Outgoing<Message>> {
  const alone = sortOut(suspect, composer.compose);
  try {
    const made = ready.length > 0 ? composer.merge(ready) : [];
    return { made: [...made, ...alone.made], unshowable: alone.unshowable };
  } catch {
    // One of them is broken: composed alone, each shows whether it is the one.
    const single = sortOut(ready, composer.compose);
    const { made, unshowable } = single.unshowable.length > 0 ? withoutBroken(ready, single, composer) : single;
    return { made: [...made, ...alone.made], unshowable: [...unshowable, ...alone.unshowable] };
  }
}

/** Merges the others once the broken ones are known. */
function withoutBroken<Message>(
  ready: readonly PreparedItem[],
  single: Sorted<Outgoing<Message>>,
  { merge }: Composer<Message>,
): Sorted<Outgoing<Message>> {
  const broken = new Set<ReceivedMessage>(single.unshowable.map(({ message }) => message));
  const whole = ready.filter((item) => !broken.has(item));
  try {
    return { ...single, made: whole.length > 0 ? merge(whole) : [] };
  } catch {
    return single;
  }
}
