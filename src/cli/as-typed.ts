/** The names under which the command line has the library's parameters. */
const TYPED: Readonly<Record<string, string>> = {
  accessKey: 'WECOM_ROBOT_KEY',
  atMobiles: '--at',
  pushMessage: 'MESSAGE',
};

/** A parameter that is wrong, and why. */
interface Mistake {
  readonly field: string;
  readonly reason: string;
}

/** Returns a mistake by the name that stands on the command line: whoever types it has never seen the library's. */
export function asTyped({ field, reason }: Mistake): Mistake {
  const typed = Object.hasOwn(TYPED, field) ? TYPED[field] : undefined;
  return typed === undefined ? { field, reason } : { field: typed, reason: reason.replace(field, typed) };
}
