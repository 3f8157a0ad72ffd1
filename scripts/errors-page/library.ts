import { argument } from './command.js';
import { row } from './row.js';

/** Lines about the arguments of the library; the command says `MESSAGE` for its `pushMessage`. */
export const LIBRARY = {
  libraryKey: row(
    argument(
      'accessKey',
      '必须是机器人的 key，或它在 … 的 webhook 地址，…',
      "Cannot use accessKey as it must be a robot's key, or its webhook URL at …: current value is …",
    ),
    ['不是 key；`undefined` 是没有设置的变量', 'it is not a key; `undefined` is a variable that is not set'],
    ['重新复制 webhook 地址', 'copy the webhook URL again'],
  ),
  libraryText: row(
    argument('pushMessage', '必须是字符串，…', 'Cannot send pushMessage as it must be a string: current value is …'),
    ['消息不是文本', 'the message is not a string'],
    ['`JSON.stringify(…)`，或拼成一句话', '`JSON.stringify(…)`, or make it a sentence'],
  ),
  libraryEmpty: row(
    argument(
      'pushMessage',
      '必须有可以阅读的内容，当前值为空或只有空白',
      'Cannot send pushMessage as it must contain something to read: current value has nothing…',
    ),
    ['消息是空的', 'the message is empty'],
    ['变量有值吗？', 'has the variable a value?'],
  ),
  libraryLong: row(
    argument(
      'pushMessage',
      '最多分成 … 条消息（约 …），当前值有 …',
      'Cannot send pushMessage as it must fit into … messages (about …): current size is …',
    ),
    ['太长', 'it is too long'],
    ['只发摘要和链接', 'send a summary and a link'],
  ),
  libraryBytes: row(
    argument(
      'pushMessage',
      '最长 … 字节，当前值有 … 字节',
      'Cannot send pushMessage as a message may have at most … bytes: current value has …',
    ),
    ['超过 1 MiB', 'it is over 1 MiB'],
    ['只发摘要和链接', 'send a summary and a link'],
  ),
  libraryHalf: row(
    argument(
      'pushMessage',
      '必须是完整的 Unicode 文本，位置 … 只有半个字符',
      'Cannot send pushMessage as it must be well-formed Unicode: current value has half a character at index …',
    ),
    ['文本被按 UTF-16 截断，剩下半个 emoji', 'the text was cut within an emoji'],
    ['`[...text].slice(0, n).join("")`', '`[...text].slice(0, n).join("")`'],
  ),
  libraryNul: row(
    argument(
      'pushMessage',
      '不能含有字符 U+0000，位置 … 有一个',
      'Cannot send pushMessage as it must not contain U+0000: current value has one at index …',
    ),
    ['二进制内容，或 UTF-16 的文件', 'binary content, or a file in UTF-16'],
    [
      '`iconv -f utf-16 -t utf-8`；PowerShell：`Out-File -Encoding utf8`',
      '`iconv -f utf-16 -t utf-8`; PowerShell: `Out-File -Encoding utf8`',
    ],
  ),
  libraryAll: row(
    argument(
      'isAtAll',
      '只能是 1、0、true 或 false，…',
      'Cannot read isAtAll as 1, 0, true or false: current value is …',
    ),
    ['别的值', 'another value'],
    ['`1` 或 `0`', '`1` or `0`'],
  ),
  libraryMobile: row(
    argument(
      'atMobiles',
      '每一项都必须是 6 到 15 位数字的手机号，…',
      'Cannot mention an entry of atMobiles as it must be a mobile of 6 to 15 digits: current value is …',
    ),
    ['不是手机号', 'it is not a mobile number'],
    ['写手机号，不写名字', 'give the mobile, not a name'],
  ),
  libraryMobiles: row(
    argument(
      'atMobiles',
      '必须是手机号的列表，或用逗号隔开的文本，…',
      'Cannot read atMobiles as a list of mobiles, or a text of them separated by commas: current value is …',
    ),
    ['是对象', 'it is an object'],
    ["`'13800138000,13900139000'`", "`'13800138000,13900139000'`"],
  ),
  libraryLanguage: row(
    argument('…', '只能是 zh-CN, en 之一，…', 'Cannot use … as it must be one of zh-CN, en: current value is …'),
    ['没有这种语言', 'there is no such language'],
    ['`zh-CN` 或 `en`', '`zh-CN` or `en`'],
  ),
  libraryTimeout: row(
    argument(
      '…',
      '必须是 1000 到 86400000 的整数毫秒，…',
      'Cannot use … as it must be a whole number of milliseconds from 1000 to 86400000: current value is …',
    ),
    ['单位是毫秒', 'the unit is milliseconds'],
    ['30 秒写 `30000`', '30 seconds are `30000`'],
  ),
  libraryFormat: row(
    argument('format', '只能是 … 之一，…', 'Cannot use format as it must be one of …: current value is …'),
    ['格式不认识', 'the format is unknown'],
    ['`text`、`markdown` 或 `markdown_v2`', '`text`, `markdown` or `markdown_v2`'],
  ),
  libraryBaseUrl: row(
    argument(
      'baseUrl',
      '企业微信的地址必须形如 https://qyapi.weixin.qq.com，…',
      'Cannot use the WeCom base URL as it must look like https://qyapi.weixin.qq.com: …',
    ),
    [
      '`baseUrl` 或 `WECOM_BASE_URL` 不是 https，或带了路径',
      '`baseUrl` or `WECOM_BASE_URL` is not https, or has a path',
    ],
    ['只写协议和主机；不用私有部署时不写', 'scheme and host alone; leave it out without a WeCom of your own'],
  ),
} as const;
