import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

/** Reads a template in YAML as CloudFormation does: YAML 1.1, and `!Ref Queue` is `{ Ref: 'Queue' }`. */
export function readCloudFormationYaml(text: string): unknown {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent' });
  if (document.errors.length > 0) throw document.errors[0];
  return readNode(document.contents);
}

function readNode(node: unknown): unknown {
  const plain = untagged(node);
  const [, name] = /^!(\w+)$/.exec((node as Node | null)?.tag ?? '') ?? [];
  if (name === undefined) return plain;
  if (name === 'GetAtt') return { 'Fn::GetAtt': String(plain).split('.') };
  return { [name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`]: plain };
}

function untagged(node: unknown): unknown {
  if (isMap(node))
    return Object.fromEntries(node.items.map(({ key, value }) => [String(readNode(key)), readNode(value)]));
  if (isSeq(node)) return node.items.map(readNode);
  return isScalar(node) ? node.value : undefined;
}
