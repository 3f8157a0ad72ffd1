import type { ErrorId } from '../../../../scripts/errors-page/rows.js';
import { aws } from './aws.js';
import { commandLines } from './command.js';
import { deploying } from './deploying.js';
import { door } from './door.js';
import { functions } from './functions.js';
import { library, unknownErrcode, wecom } from './library.js';
import { local } from './local.js';
import { logLines } from './log-lines.js';
import { logWarnings } from './log-warnings.js';
import { operating } from './operating.js';
import { otherRoads } from './other-roads.js';
import type { Provoke, ProvokedElsewhere } from './provoke.js';
import { rules } from './rules.js';
import { secret } from './secret.js';

/** A way to each error of the table. */
export const PROVOCATIONS: Readonly<Record<ErrorId, Provoke | ProvokedElsewhere>> = {
  ...secret,
  ...deploying,
  ...otherRoads,
  ...rules,
  ...aws,
  ...operating,
  ...functions,
  ...logLines,
  ...logWarnings,
  ...door,
  ...commandLines,
  ...library,
  ...local,
  ...wecom,
  ...unknownErrcode,
};
