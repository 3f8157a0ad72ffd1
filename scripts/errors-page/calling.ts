import { row } from './row.js';

/** Answers of the HTTPS door, their status first. */
export const DOOR = {
  doorToken: row(
    '401 {"status":"unauthorized"}',
    ['没有令牌、令牌不对，或 Secret 里没有令牌', 'no token, a wrong one, or none in the secret'],
    [
      '`npm run -s secret -- --show-token`；请求头 `Authorization: Bearer …`',
      '`npm run -s secret -- --show-token`; header `Authorization: Bearer …`',
    ],
  ),
  doorPath: row(
    '404 {"status":"not_found"}',
    ['没有这个路径', 'there is no such path'],
    [
      '`POST /push`；其余见 [HTTPS 入口](http-door.zh-CN.md)',
      '`POST /push`; the others: [the HTTPS door](http-door.md)',
    ],
  ),
  doorMethod: row(
    '405 {"status":"method_not_allowed"}',
    ['方法不对', 'the method is another'],
    ['用 `Allow` 头里的方法，一般是 `POST`', 'take that of the header `Allow`, mostly `POST`'],
  ),
  doorMobile: row(
    '400 {"status":"invalid","field":"at_mobiles","reason":"Cannot mention an entry of at_mobiles as …: current value is …"}',
    ['不是手机号', 'it is no mobile'],
    ['6 到 15 位数字，或 Secret 的 `people` 里的名字', "6 to 15 digits, or a name of the secret's `people`"],
  ),
  doorAll: row(
    '400 {"status":"invalid","field":"is_at_all","reason":"Cannot read is_at_all as 1, 0, true or false: current value is …"}',
    ['值不对', 'another value'],
    ['写 `1` 或 `0`', 'write `1` or `0`'],
  ),
  doorFormat: row(
    '400 {"status":"invalid","field":"format","reason":"Cannot use format as it must be one of …: current value is …"}',
    ['格式不认识', 'the format is unknown'],
    ['三者之一，或省略', 'one of the three, or leave it out'],
  ),
  doorRobot: row(
    '400 {"status":"invalid","field":"robot","reason":"Cannot use robot as the secret must hold its name: current value is …"}',
    ['Secret 里没有这个机器人', 'the secret has no such robot'],
    ['核对名字，或 `npm run secret` 增加', 'check the name, or add it by `npm run secret`'],
  ),
  doorEmpty: row(
    '400 {"status":"invalid","field":"push_message","reason":"Cannot send push_message as it must contain something to read: current value has nothing"}',
    ['消息是空的', 'the message is empty'],
    ['模板里的变量有值吗？', "has the template's variable a value?"],
  ),
  doorLong: row(
    '413 {…"field":"push_message","reason":"Cannot send push_message as it must fit into … messages (about …): current size is …"}',
    ['太长', 'it is too long'],
    ['只发摘要和链接', 'send a summary and a link'],
  ),
  doorBytes: row(
    '413 {"status":"invalid","field":"body","reason":"Cannot read the body as it may have at most … bytes: current value has …"}',
    ['请求体太大', 'the body is too large'],
    ['发送方少发一些（Alertmanager：`max_alerts`）', 'have the sender send less (Alertmanager: `max_alerts`)'],
  ),
  doorEncoding: row(
    '415 {"status":"invalid","field":"body","reason":"Cannot read the body as its Content-Encoding must be one of …"}',
    ['压缩格式不支持', 'the compression is unknown'],
    ['用 gzip，或不压缩', 'gzip, or none'],
  ),
  doorRefused: row(
    '502 {…"status":"refused","reason":"…"}',
    ['企业微信拒绝；`reason` 写明原因', 'WeCom refused; `reason` says why'],
    ['按 `reason` 处理；见下面的企业微信错误码', "as `reason` says; see WeCom's errcodes below"],
  ),
} as const;

/** Lines of the command `wecomrobot push`. In Chinese they say the same. */
export const COMMAND_LINES = {
  commandNone: row(
    'Error: bad argument command: Cannot use the command line as given: the command must be push, local, template or routes, see --help',
    ['没有写命令，或写错了', 'there is no command, or an unknown one'],
    ['`wecomrobot push "…"`', '`wecomrobot push "…"`'],
  ),
  commandOption: row(
    'Error: bad argument options: Cannot use the command line as given: Unknown option …, see --help',
    ['没有这个选项', 'there is no such option'],
    ['`--help`；以 `-` 开头的消息放在 `--` 之后', '`--help`; a message that begins with `-` stands after `--`'],
  ),
  commandMessages: row(
    'Error: bad argument MESSAGE: Cannot use the command line as given: MESSAGE is one argument: put quotes around it',
    ['消息没有加引号', 'the message has no quotes'],
    ['加引号', 'put quotes around it'],
  ),
  commandNoMessage: row(
    'Error: bad argument MESSAGE: Cannot push as there is no message: see --help',
    ['没有消息', 'there is no message'],
    ['写在命令里，或用管道传入', 'write it, or pipe it in'],
  ),
  commandNoKey: row(
    'Error: bad argument WECOM_ROBOT_KEY: Cannot push as there is no key: set WECOM_ROBOT_KEY, or see --help for other ways',
    ['没有密钥', 'there is no key'],
    ['设置环境变量，或 `--secret-id`、`--url`', 'set the variable, or `--secret-id`, `--url`'],
  ),
  commandKey: row(
    "Error: bad argument accessKey: Cannot use accessKey as it must be a robot's key, or its webhook URL at …: current value is …",
    ['不是密钥', 'it is no key'],
    ['重新复制 webhook 地址', 'copy the webhook URL again'],
  ),
  commandNoToken: row(
    'Error: bad argument WECOM_TOKEN: Cannot push as there is no token: set WECOM_TOKEN to a token of the door',
    ['没有令牌', 'there is no token'],
    ['`npm run -s secret -- --show-token`', '`npm run -s secret -- --show-token`'],
  ),
  commandDoor: row(
    'Error: bad argument --url: Cannot use --url as it must look like https://robot.example.com/push, with nothing after it',
    ['不是 https，或地址里带了参数', 'no https, or something stands after the path'],
    ['令牌放在 `WECOM_TOKEN`', 'the token belongs in `WECOM_TOKEN`'],
  ),
  commandRobot: row(
    'Error: bad argument --robot: Cannot use the command line as given: --robot names a robot of a secret or a door: add --secret-id or --url',
    ['一个 key 就是一个机器人', 'a key is one robot'],
    ['加 `--secret-id` 或 `--url`', 'add `--secret-id` or `--url`'],
  ),
  commandMobile: row(
    'Error: bad argument atMobiles: Cannot mention an entry of atMobiles as it must be a mobile of 6 to 15 digits: current value is …',
    ['不是手机号', 'it is no mobile'],
    ['名字只在 `--secret-id`、`--url` 时可用', 'names work with `--secret-id` and `--url` only'],
  ),
  commandUnreachable: row(
    'Exception: Network error: …',
    ['连不上', 'it cannot be reached'],
    [
      '检查地址、网络、`HTTPS_PROXY`；退出码 3：稍后再试',
      'check address, network, `HTTPS_PROXY`; exit code 3: try again',
    ],
  ),
} as const;

const errcode = (code: number): string => `Error: WeCom robot: not pushed, errcode ${code}: …`;

/** WeCom's own refusals, as the command tells them; the function logs the same `code`. */
export const WECOM = {
  wecom93000: row(
    errcode(93000),
    ['key 不对，或机器人被移出群', 'the key is wrong, or the robot was removed'],
    ['重新添加机器人，`npm run secret` 换 key', 'add the robot again, new key by `npm run secret`'],
  ),
  wecom93004: row(errcode(93004), ['机器人被停用', 'the robot is disabled'], ['在群里启用', 'enable it in the group']),
  wecom93008: row(errcode(93008), ['机器人不在群里', 'the robot is not in the group'], ['重新添加', 'add it again']),
  wecom40058: row(
    errcode(40058),
    ['太长，或缺少必填内容', 'too long, or something is missing'],
    ['原生消息须遵守企业微信的限制', "a native message must keep WeCom's limits"],
  ),
  wecom44004: row(errcode(44004), ['内容为空', 'the content is empty'], ['写点内容', 'write something']),
  wecom40008: row(
    errcode(40008),
    ['消息类型不认识，或 JSON 有误', 'unknown message type, or broken JSON'],
    ['检查 `msgtype`', 'check `msgtype`'],
  ),
} as const;
