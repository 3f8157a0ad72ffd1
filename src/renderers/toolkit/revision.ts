/**
 * Returns a source version as a person says it: a branch or tag by its name, a commit by its first eight digits. `undefined` for
 * an artifact's ARN, which nobody would say.
 */
export function revisionOf(version: string | undefined): string | undefined {
  if (version === undefined || version.startsWith('arn:')) return undefined;
  const name = version.replace(/\^\{\w+\}$/, '').replace(/^refs\/(heads|tags)\//, '');
  return /^[0-9a-f]{12,64}$/i.test(name) ? name.slice(0, 8) : name;
}
