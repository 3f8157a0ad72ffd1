import { deflateRawSync } from 'node:zlib';

/** The first day that a zip can name, as in every entry: the same files make the same bytes, whenever. */
const DATE = 0x21;
/** Files of a Unix system, readable by everybody: 0100644 above the 16 bits of DOS. */
const ATTRIBUTES = 0o100644 * 2 ** 16;
const MADE_BY_UNIX = 0x0314;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x800;
const DEFLATED = 8;

/**
 * Makes a zip of files, in the order of their names. Of the same files it is the same, byte for byte, with the same version of Node.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function makeZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const data = deflateRawSync(content, { level: 9 });
    const common = commonOf(name, content, data);
    const body = Buffer.concat([number(0x04034b50, 4), common, number(0, 2), Buffer.from(name), data]);
    directory.push(entryOf(name, common, offset));
    bodies.push(body);
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...bodies, entries, endOf(directory.length, entries.length, offset)]);
}

/** Returns the fields that a file and its entry in the directory have in common. */
function commonOf(name: string, content: Buffer, data: Buffer): Buffer {
  return Buffer.concat([
    ...[VERSION, FLAGS, DEFLATED, 0, DATE].map((value) => number(value, 2)),
    ...[crc32(content), data.length, content.length].map((value) => number(value, 4)),
    number(Buffer.byteLength(name), 2),
  ]);
}

function entryOf(name: string, common: Buffer, offset: number): Buffer {
  return Buffer.concat([
    number(0x02014b50, 4),
    number(MADE_BY_UNIX, 2),
    common,
    // No extra field, no comment, the first disk, no attributes of DOS.
    number(0, 8),
    number(ATTRIBUTES, 4),
    number(offset, 4),
    Buffer.from(name),
  ]);
}

function endOf(count: number, bytes: number, offset: number): Buffer {
  return Buffer.concat([
    number(0x06054b50, 4),
    number(0, 4),
    ...[count, count].map((value) => number(value, 2)),
    ...[bytes, offset].map((value) => number(value, 4)),
    number(0, 2),
  ]);
}

function number(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes <= 4) buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Returns the checksum that a zip wants. Node has it from 22.2 on. */
function crc32(content: Buffer): number {
  let value = 0xffffffff;
  for (const byte of content) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
