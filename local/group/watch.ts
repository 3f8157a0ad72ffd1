import { parseObject, textAt } from '../../src/base/json.js';
import { SEVERITIES } from '../../src/domain/severity.js';
import type { LambdaPool } from '../lambda/pool.js';
import type { WecomSimulator } from '../wecom/simulator.js';
import { createAttribution } from './attribution.js';
import type { Happening, OnItsWay } from './entry.js';
import type { GroupIds } from './ids.js';

/** The beginning of the notice to the default group that another group's robot is gone. It belongs to no event. */
const GONE_NOTICE = /^⚠️ (?:机器人“|Robot ")/u;

interface Watched {
  readonly wecom: Pick<WecomSimulator, 'onShown' | 'onAttempt'>;
  readonly deliver: Pick<LambdaPool, 'onLine'>;
  readonly ids: GroupIds;
  readonly tell: (happening: Happening) => void;
  /** The number of the first message that is shown. */
  readonly firstNumber: number;
  /** Called for each notification that the group shows. */
  readonly onShown: (way: Omit<OnItsWay, 'trace'>) => void;
}

/** Reports the messages the groups show, WeCom's answers, and the consumer's log entry for each notification. */
export function watchDelivery({ wecom, deliver, ids, tell, firstNumber, onShown }: Watched): void {
  const attribution = createAttribution();
  let shownLast: { readonly number: number; readonly isNotice: boolean } | undefined;

  wecom.onShown(({ number: numberHere, robot, message, mentions }) => {
    const number = firstNumber + numberHere - 1;
    shownLast = { number, isNotice: GONE_NOTICE.test(textAt(message, 'text', 'content') ?? '') };
    tell({ kind: 'shown', number, robot, message, mentions });
  });

  // The simulator reports a message first, then the attempt that brought it.
  wecom.onAttempt(({ number, robot = '', errcode, fault, shown }) => {
    if (!(shown && shownLast?.isNotice)) attribution.posted(robot, number, shown ? shownLast?.number : undefined);
    tell({ kind: 'attempt', number, robot, errcode, ...(fault !== undefined && { fault: String(fault) }) });
  });

  deliver.onLine((line) => {
    const entry = parseObject(line);
    if (textAt(entry, 'message') !== 'notification') return;
    const way = wayOf(entry);
    const trace = ids.traceOf(way);
    const code = textAt(entry, 'code');
    const reason = textAt(entry, 'reason');
    const title = textAt(entry, 'title');
    const severity = SEVERITIES.find((one) => one === textAt(entry, 'severity'));
    const status = textAt(entry, 'status') ?? '';
    if (status === 'delivered') onShown(way);
    tell({
      kind: 'outcome',
      status,
      ...way,
      ...attribution.reported(way.robot),
      ...(trace !== undefined && { trace }),
      ...(code !== undefined && { code }),
      ...(reason !== undefined && { reason }),
      ...(severity !== undefined && { severity }),
      ...(title !== undefined && { title }),
    });
  });
}

function wayOf(entry: unknown): Omit<OnItsWay, 'trace'> {
  const part = textAt(entry, 'part');
  return { id: textAt(entry, 'id') ?? '', robot: textAt(entry, 'robot') ?? '', ...(part !== undefined && { part }) };
}
