import type * as z from 'zod';
import { nearestName } from '../../../deploy/nearest-name.js';
import { quietsOf } from '../../../src/routing/quiet-hours.js';
import type { Call, Routes } from '../../../src/routing/rule.js';

/** Reports each rota that a rule names and the file does not have. */
export function namedRotas({ rules = [], rotas = {} }: Partial<Routes>, context: z.core.$RefinementCtx): void {
  const known = Object.keys(rotas);
  const allowed =
    known.length > 0 ? `one of the rotas ${known.join(', ')}` : 'the name of a rota under rotas, which is empty';
  rules.forEach(({ rota = [], quiet, remind = [] }, index) => {
    const named = [
      ...rota.map((name) => ({ name, key: 'rota' })),
      ...calledBy(quietsOf(quiet)).map((name) => ({ name, key: 'quiet' })),
      ...calledBy(remind).map((name) => ({ name, key: 'remind' })),
    ];
    for (const { name, key } of named.filter((one) => !known.includes(one.name))) {
      const meant = nearestName(name, known);
      const message = `${allowed}${meant === undefined ? '' : ` (perhaps ${meant})`}`;
      context.addIssue({ code: 'custom', path: ['rules', index, key], input: name, message });
    }
  });
}

function calledBy(callers: readonly { readonly call?: Call }[]): readonly string[] {
  return callers.flatMap(({ call }) => call?.rotas ?? []);
}
