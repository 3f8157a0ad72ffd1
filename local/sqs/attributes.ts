import { createHash } from 'node:crypto';
import { at, type JsonObject, objectAt } from '../../src/base/json.js';
import { checkCharacters } from './characters.js';
import { SqsError } from './error.js';
import type { MessageAttribute, MessageAttributes } from './message.js';

/**
 * Most attributes of a message.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
 */
const MAX_ATTRIBUTES = 10;

/**
 * Letters, digits, `_`, `-` and single dots inside, without AWS's own prefixes. At most 256 characters.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
const NAME = /^(?!aws\.|amazon\.)(?=.{1,256}$)[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i;
const DATA_TYPE = /^(String|Number|Binary)(\..{1,249})?$/;

function invalid(message: string): SqsError {
  return new SqsError('InvalidParameterValue', message);
}

function readAttribute(name: string, given: unknown): MessageAttribute {
  if (!NAME.test(name)) throw invalid(`Message (user) attribute name '${name}' is invalid.`);
  const type = at(given, 'DataType');
  if (typeof type !== 'string' || !DATA_TYPE.test(type)) {
    throw invalid(
      `The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
    );
  }
  const field = type.startsWith('Binary') ? 'BinaryValue' : 'StringValue';
  const value = at(given, field);
  if (typeof value !== 'string' || value === '') {
    throw invalid(`Message (user) attribute '${name}' must contain a non-empty value of type '${type.split('.')[0]}'.`);
  }
  if (field === 'StringValue') checkCharacters(value, `message (user) attribute '${name}'`);
  return { DataType: type, [field]: value };
}

/** Reads the attributes of a message to be sent. @throws {SqsError} If SQS would refuse them. */
export function readMessageAttributes(input: unknown): MessageAttributes {
  const given = Object.entries(objectAt(input, 'MessageAttributes'));
  if (given.length > MAX_ATTRIBUTES) {
    throw invalid(`Number of message attributes [${given.length}] exceeds the allowed maximum [${MAX_ATTRIBUTES}].`);
  }
  return Object.fromEntries(given.map(([name, value]) => [name, readAttribute(name, value)]));
}

/** Returns the attributes that MessageAttributeNames asks for: `All`, `.*`, a name, or a prefix with `.*`. */
export function selectAttributes(attributes: MessageAttributes, names: readonly string[]): MessageAttributes {
  const isAsked = (name: string) =>
    names.some(
      (asked) => asked === 'All' || asked === name || (asked.endsWith('.*') && name.startsWith(asked.slice(0, -2))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isAsked(name)));
}

function valueBytes(attribute: unknown): Buffer {
  const text = at(attribute, 'StringValue');
  return typeof text === 'string'
    ? Buffer.from(text)
    : Buffer.from(String(at(attribute, 'BinaryValue') ?? ''), 'base64');
}

/** Returns the bytes that attributes count for, valid or not: names, types and values. */
export function attributeBytes(attributes: JsonObject): number {
  return Object.entries(attributes)
    .map(([name, value]) => Buffer.byteLength(`${name}${at(value, 'DataType') ?? ''}`) + valueBytes(value).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function encode(name: string, attribute: MessageAttribute): Buffer {
  return Buffer.concat([
    withLength(Buffer.from(name)),
    withLength(Buffer.from(attribute.DataType)),
    Buffer.of(attribute.StringValue === undefined ? 2 : 1),
    withLength(valueBytes(attribute)),
  ]);
}

/**
 * Returns MD5OfMessageAttributes, or `undefined` if there are no attributes.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation
 */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const entries = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  return createHash('md5')
    .update(Buffer.concat(entries.map(([name, attribute]) => encode(name, attribute))))
    .digest('hex');
}
