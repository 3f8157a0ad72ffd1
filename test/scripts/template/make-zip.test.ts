import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../scripts/template/assets.js';
import { makeZip } from '../../../scripts/template/make-zip.js';
import { readZip } from '../../support/read-zip.js';

const files = new Map([
  ['b/规则.json', Buffer.from('{}')],
  ['a.mjs', Buffer.from('export const a = 1;\n'.repeat(1000))],
  ['empty', Buffer.alloc(0)],
]);

describe('makeZip', () => {
  test('makeZip: of what it has packed the same is read', () => {
    expect([...readZip(makeZip(files))].sort()).toEqual([...files].sort());
  });

  test('makeZip: the order of the files and the time change nothing', () => {
    const reversed = new Map([...files].reverse());
    expect(makeZip(reversed).equals(makeZip(files))).toBe(true);
  });

  test('makeZip: the bytes are the same on every system, in every time zone, with every version of Node', () => {
    const zone = process.env['TZ'];
    for (const TZ of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) {
      process.env['TZ'] = TZ;
      expect([TZ, sha256(makeZip(files))]).toEqual([
        TZ,
        '2cee4395a33023b7d9840af233b0f176cbf19ec602a20ea5064d6760e9f25120',
      ]);
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('makeZip: every file may be read by everybody, as Lambda unpacks it with these rights', () => {
    const zip = makeZip(files);
    const entry = Buffer.from('504b0102', 'hex');
    const modes: number[] = [];
    for (let at = zip.indexOf(entry); at >= 0; at = zip.indexOf(entry, at + 1)) modes.push(zip.readUInt16LE(at + 40));
    expect(modes).toEqual([...files.keys()].map(() => 0o100644));
  });
});
