import { ERRCODE } from '../../src/wecom/api/errcodes.js';
import type { FaultPlan } from '../wecom/faults.js';
import type { Happening } from './entry.js';

/** Duration of an outage, milliseconds. */
const OUTAGE_MS = 30_000;

/** Faults caused on purpose. */
export interface Troubles {
  /** Makes WeCom answer -1 to everyone for 30 s, or normally again. */
  outage(on: boolean): void;
  /** Makes WeCom answer 93000 to this robot, as after its key was replaced, or normally again. */
  wrongKey(robot: string, on: boolean): void;
}

/** Creates the troubles that the page can make: outages and wrong keys. */
export function createTroubles(
  faults: Pick<FaultPlan, 'keep' | 'clear'>,
  now: () => number,
  tell: (happening: Happening) => void,
): Troubles {
  const wrongKeys = new Set<string>();
  let outageUntil = 0;

  // The plan cannot end a single fault, so it is rebuilt from the faults in effect.
  const plan = (): void => {
    faults.clear();
    for (const robot of wrongKeys) faults.keep({ kind: ERRCODE.invalidWebhookUrl, robot });
    const left = outageUntil - now();
    if (left > 0) faults.keep({ kind: ERRCODE.systemBusy, forMs: left });
    tell({ kind: 'trouble', outageUntil, wrongKeys: [...wrongKeys] });
  };
  return {
    outage: (on) => {
      outageUntil = on ? now() + OUTAGE_MS : 0;
      plan();
    },
    wrongKey: (robot, on) => {
      if (on) wrongKeys.add(robot);
      else wrongKeys.delete(robot);
      plan();
    },
  };
}
