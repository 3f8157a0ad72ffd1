import { errcode as en } from '../../src/text/en/errcode.js';
import { errcode as zhCN } from '../../src/text/zh-CN/errcode.js';
import { ERRCODE } from '../../src/wecom/api/errcodes.js';
import { type ErrorRow, row } from './row.js';

/** Of what an operator can do with a command, more than the line itself says. */
const MORE: Readonly<Partial<Record<Errcode, readonly [zh: string, en: string]>>> = {
  45009: ['队列会控制节奏，不会出现；库：`{ paced: true }`', 'the queue paces; in the library `{ paced: true }`'],
  45033: ['函数会自动重试', 'the function tries again by itself'],
  93000: ['`npm run secret` 写进新的 key', 'put the new key in by `npm run secret`'],
  40058: [
    '函数会分段和裁剪；原生消息须遵守企业微信的限制',
    "the function splits and trims; a native message must keep WeCom's limits",
  ],
};

type ErrcodeName = keyof typeof ERRCODE;
type Errcode = (typeof ERRCODE)[ErrcodeName];
type ErrcodeId = `wecom${Errcode}`;

const codes = Object.values(ERRCODE);

/** Returns the row of an errcode: its meaning and advice are those that a line itself tells. */
function errcodeRow(code: Errcode): ErrorRow {
  const [zh = '', english = ''] = MORE[code] ?? [];
  return row(
    [`错误：企业微信机器人推送失败，错误码：${code}，原因：…`, `Error: WeCom robot: not pushed, errcode ${code}: …`],
    [zhCN[code].meaning, en[code].meaning],
    [[zhCN[code].advice, zh].filter(Boolean).join('；'), [en[code].advice, english].filter(Boolean).join('; ')],
  );
}

/** Every errcode of WeCom that is known for robots, as the command tells it; the function logs the same `code`. */
export const WECOM = Object.fromEntries(codes.map((code) => [`wecom${code}`, errcodeRow(code)])) as Readonly<
  Record<ErrcodeId, ErrorRow>
>;

/** An errcode that is not known. */
export const WECOM_UNKNOWN = {
  wecomUnknown: row(
    [
      '错误：企业微信机器人推送失败，错误码：…，原因：未知错误码…',
      'Error: WeCom robot: not pushed, errcode …: unknown errcode…',
    ],
    ['企业微信的新错误码', 'an errcode that is new'],
    [
      '在企业微信文档里查；队列试三次后放进死信队列。请[告诉我们](../CONTRIBUTING.zh-CN.md#报告)',
      "look it up in WeCom's documentation; the queue tries three times, then parks it. [Tell us](../CONTRIBUTING.md#report)",
    ],
  ),
} as const;

/** The errcodes by the name of their rows, for whoever provokes them. */
export const ERRCODES: ReadonlyMap<ErrcodeId, Errcode> = new Map(codes.map((code) => [`wecom${code}` as const, code]));
