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

/** Returns the expression of a text in ASCII: what is not CloudFormation gives back as `?`, so that each plan would differ. */
export function encoded(text: string): string {
  return `replace(urlencode(${text}), "+", "%20")`;
}

/** Returns the expression of names by accounts, in the form of the parameter. */
export function namedAccounts(variable: string): string {
  return `join(",", [for id, name in ${variable} : "\${id}=\${${encoded('name')}}"])`;
}
