import type { LocalSpeech } from '../../src/text/local-speech.js';
import { localSpeechOf } from '../../src/text/local-speeches.js';
import { row } from './row.js';

/** Returns what is said in both languages. */
const both = (lineIn: (speech: LocalSpeech) => string) =>
  [lineIn(localSpeechOf('zh-CN')), lineIn(localSpeechOf('en'))] as const;

/** Errors of the group page on this machine: `wecomrobot local`, `npm start`, and its API. */
export const LOCAL = {
  localOption: row(
    [
      '无法启动：没有 … 这个选项，见 --help',
      'Cannot start as the option must be one of those in --help: current value is …',
    ],
    ['选项写错了', 'a misspelt option'],
    ['`npx wecomrobot local --help`', '`npx wecomrobot local --help`'],
  ),
  localOptionValue: row(
    [
      '无法启动：… 需要一个值，而开关没有值，见 --help',
      'Cannot start as … needs a value, and a switch has none: see --help',
    ],
    ['选项缺少值，或给开关写了值', 'an option without its value, or a switch with one'],
    ['`--port 8790`；`--fresh` 单独写', '`--port 8790`; `--fresh` alone'],
  ),
  localArgument: row(
    ['无法启动：这里只有选项，没有参数，见 --help', 'Cannot start as there are options only: see --help'],
    ['多写了一个词', 'there is a word that is not an option'],
    ['规则文件写 `--routes FILE`', 'a file of rules is `--routes FILE`'],
  ),
  localPort: row(
    ['无法启动：--port 应为 0 到 65535，现在是 …', 'Cannot start as --port must be 0 to 65535: current value is …'],
    ['不是端口', 'it is not a port'],
    ['`--port 0` 任选一个空闲的', '`--port 0` takes any that is free'],
  ),
  localSpeed: row(
    ['无法启动：--speed 应为 … 之一，现在是 …', 'Cannot start as --speed must be one of …: current value is …'],
    ['没有这个速度', 'there is no such speed'],
    ['从列出的值里选', 'take one of those listed'],
  ),
  localLanguage: row(
    ['无法启动：--language 应为 … 之一，现在是 …', 'Cannot start as --language must be one of …: current value is …'],
    ['没有这种语言', 'there is no such language'],
    ['`zh-CN` 或 `en`', '`zh-CN` or `en`'],
  ),
  localPortTaken: row(
    [
      '无法启动：端口 … 被别的程序占用。用 --port 换一个，或用 --port 0 任选一个空闲端口',
      'Cannot start as port … is taken by another program: choose another with --port, or any free one with --port 0',
    ],
    ['别的程序在用它，也许是另一个 `wecomrobot local`', 'another program uses it, perhaps another `wecomrobot local`'],
    ['换端口；不写 `--port` 时会自己往后找', 'take another; without `--port` it looks for the next free one'],
  ),
  localPortRefused: row(
    [
      '无法启动：系统不允许使用端口 …（…）。用 --port 换一个，或用 --port 0 任选一个空闲端口',
      'Cannot start as the system refuses port … (…): choose another with --port, or any free one with --port 0',
    ],
    ['1024 以下的端口通常要管理员权限', 'ports below 1024 mostly need an administrator'],
    ['`--port 8787` 或更大', '`--port 8787` or above'],
  ),
  localNotKept: row(
    both(({ notKept }) => notKept('…', '…')),
    [
      '那个目录不能写，或磁盘满了；页面照常',
      'the folder cannot be written, or the disk is full; the page works all the same',
    ],
    ['`--data` 换一个目录', 'another folder: `--data`'],
  ),
  localKeptByAnother: row(
    both(({ keptByAnother }) => keptByAnother('…')),
    ['两个页面用同一个目录和端口', 'two pages have one folder and port'],
    ['按提示换一个', 'as it says'],
  ),
  localSetAside: row(
    both(({ setAside }) => setAside('…', 'broken').replace('broken', '…')),
    ['文件被改坏，或是更新版本写的', 'the file was damaged, or written by a newer version'],
    ['页面从空的群开始；文件改名保留', 'the page begins with an empty group; the file stays, under another name'],
  ),
  apiParameter: row(
    'Cannot read the messages as a parameter must be one of …: current value is …',
    ['`/api/messages` 的参数名拼错了', 'a misspelt parameter of `/api/messages`'],
    ['用列出的名字，见[本机](local.zh-CN.md)', 'take one of those listed: [on this machine](local.md)'],
  ),
  apiValue: row(
    'Cannot read the messages as … must be …: current value is …',
    ['参数的值不对', 'the value of a parameter is not allowed'],
    ['按提示改', 'as it says'],
  ),
  apiNone: row(
    'Cannot find … matching messages as no more came in … s: current value is …',
    [
      '等待的时间里没有这样的消息（HTTP 404，`curl --fail` 以 22 结束）',
      'no such message came in that time (HTTP 404; `curl --fail` ends with 22)',
    ],
    [
      '群页面的“事件”里看它变成了什么；`wait` 加长；`text` 写短',
      'the events on the page say how each went; wait longer; look for less text',
    ],
  ),
  apiMessage: row(
    'Cannot find the message as its id must be one that is kept, see /api/messages: current value is …',
    ['已删除，或太旧', 'it was deleted, or is too old'],
    ['`/api/messages` 列出还在的', '`/api/messages` lists those that are left'],
  ),
  apiMethod: row(
    'Cannot serve the request as its method must be one of …',
    ['方法不对', 'the method is another'],
    ['读用 `GET`，删用 `DELETE`', '`GET` reads, `DELETE` deletes'],
  ),
  apiAddress: row(
    "Cannot read the request as its address must be percent-encoded, Chinese text too: curl does it with -G --data-urlencode 'text=…'",
    ['地址里直接写了中文或空格', 'Chinese text or a space stands in the address as it is'],
    ["`curl -G --data-urlencode 'text=支付' …/api/messages`", "`curl -G --data-urlencode 'text=支付' …/api/messages`"],
  ),
  apiHeaders: row(
    'Cannot read the request as its address and headers must be shorter than 16 KiB',
    ['地址或请求头太长', 'its address or headers are too long'],
    ['长的内容放进请求体', 'long content belongs in the body'],
  ),
  apiProtocol: row(
    'Cannot read the request as it must be HTTP',
    ['多半是用 `https://` 访问', 'it was mostly `https://`'],
    ['`http://127.0.0.1:…`', '`http://127.0.0.1:…`'],
  ),
} as const;
