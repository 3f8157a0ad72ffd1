import type { z } from 'zod';
import type { Quiet } from '../../../src/routing/rule.js';
import { keysOf } from './keys-of.js';
import { minuteOfDay, timeZone } from './times.js';

/** Hours without mentions. */
export const quietSchema = keysOf({
  from: minuteOfDay.describe('Their beginning'),
  to: minuteOfDay.describe('Their end; if it is earlier than the beginning, on the next day'),
  timeZone: timeZone.exactOptional().describe("IANA time zone; default the deployment's"),
} satisfies Readonly<Record<keyof Quiet, z.ZodType>>) satisfies z.ZodType<Quiet>;
