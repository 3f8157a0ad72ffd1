/** Returns a value as Terraform's language writes it. */
export function hcl(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value).replace(/([$%])\{/g, '$1$1{');
  if (Array.isArray(value)) return `[${value.map(hcl).join(', ')}]`;
  return JSON.stringify(value);
}

/** Returns a name as Terraform has names: `topicArns`, `TopicArns` → `topic_arns`. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at: number) => `${at > 0 ? '_' : ''}${letter.toLowerCase()}`);
}
