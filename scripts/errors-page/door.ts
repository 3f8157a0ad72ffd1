import { row } from './row.js';

/** Returns the answer to a caller's mistake. */
export const invalid = (status: number, field: string, reason: string): string =>
  `${status} {"status":"invalid","field":"${field}","reason":"${reason}"}`;

/** Answers of the HTTPS door, their status first: to whom it opens, and the fields of a message. */
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
      '`POST /push`；其余见[HTTPS 入口](http-door.zh-CN.md)',
      '`POST /push`; the others: [the HTTPS door](http-door.md)',
    ],
  ),
  doorMethod: row(
    '405 {"status":"method_not_allowed"}',
    ['方法不对', 'the method is another'],
    ['用 `Allow` 头里的方法，一般是 `POST`', 'take that of the header `Allow`, mostly `POST`'],
  ),
  doorMobile: row(
    invalid(400, 'at_mobiles', 'Cannot mention an entry of at_mobiles as …: current value is …'),
    ['不是手机号', 'it is not a mobile number'],
    ['6 到 15 位数字，或 Secret 的 `people` 里的名字', "6 to 15 digits, or a name of the secret's `people`"],
  ),
  doorMobiles: row(
    invalid(400, 'at_mobiles', 'Cannot read at_mobiles as a list of mobiles, or a text of them separated by commas: …'),
    ['是对象，或列表里套着列表', 'it is an object, or holds one'],
    ['`["13800138000"]` 或 `"13800138000,13900139000"`', '`["13800138000"]` or `"13800138000,13900139000"`'],
  ),
  doorPerson: row(
    invalid(400, 'at_mobiles', "Cannot use at_mobiles as a person's name as it looks like a key, …"),
    ['人名的位置写了像 key 或令牌的内容', 'what stands for a name looks like a secret'],
    ['写 `people` 里的名字', "a name of the secret's `people`"],
  ),
  doorAll: row(
    invalid(400, 'is_at_all', 'Cannot read is_at_all as 1, 0, true or false: current value is …'),
    ['值不对', 'another value'],
    ['写 `1` 或 `0`', 'write `1` or `0`'],
  ),
  doorFormat: row(
    invalid(400, 'format', 'Cannot use format as it must be one of …: current value is …'),
    ['格式不认识', 'the format is unknown'],
    ['三者之一，或省略', 'one of the three, or leave it out'],
  ),
  doorRobot: row(
    invalid(400, 'robot', 'Cannot use robot as the secret must hold its name: current value is …'),
    ['Secret 里没有这个机器人', 'the secret has no such robot'],
    ['核对名字，或 `npm run secret` 增加', 'check the name, or add it by `npm run secret`'],
  ),
  doorRobotKey: row(
    invalid(400, 'robot', "Cannot use robot as a robot's name as it looks like a key, …"),
    ['写成了 key 或令牌', 'it is a key or a token'],
    ['写机器人在 Secret 里的名字', "the robot's name in the secret"],
  ),
  doorRobotName: row(
    invalid(400, 'robot', "Cannot use robot as a robot's name is a string of at most … bytes: current value is …"),
    ['名字太长，或不是文本', 'the name is too long, or not a string'],
    ['40 字节以内，即 13 个汉字', '40 bytes at most'],
  ),
  doorOtherRobot: row(
    invalid(403, 'robot', 'Cannot use robot as this token may not push to it: current value is …'),
    ['这个令牌限定了机器人', 'the token is limited to other robots'],
    ['换令牌，或在 Secret 里改它的 `robots`', "another token, or add the robot to the token's `robots` in the secret"],
  ),
  doorKey: row(
    invalid(400, '…', 'Cannot use … as a message may not contain a key: name a robot of the secret in robot'),
    ['请求体里有 `key`、`access_key`、`webhook`', 'the body has `key`, `access_key` or `webhook`'],
    ['删掉它，写 `robot` 和名字；key 已经泄露的，换掉', 'drop it, and name `robot`; replace the key if others saw it'],
  ),
  doorRefused: row(
    '502 {…"status":"refused","reason":"…"}',
    [
      '没有队列的部署：企业微信拒绝，`reason` 写明原因（部署的默认是先入队，返回 202）',
      'a deployment without the queue: WeCom refused, `reason` says why (with the queue the answer is 202)',
    ],
    [
      '按 `reason` 处理；见下面的企业微信错误码。没有错误码：令牌限定的机器人不在 Secret 里',
      "as `reason` says; see WeCom's errcodes below. Without an errcode: the secret lacks the robot that the token is limited to",
    ],
  ),
  doorNotQueued: row(
    '503 {…"status":"unavailable"…"reason":"The queue did not accept the message"}',
    ['SQS 没有接收', 'SQS did not take it'],
    ['按 `Retry-After` 再试；一直如此：看函数的日志', 'try again after `Retry-After`; if it goes on, see the log'],
  ),
  doorSecret: row(
    '503 {"status":"unavailable","reason":"The secret cannot be read at the moment"}',
    ['读不到 Secret；日志里写着原因', 'the secret cannot be read; the log says why'],
    ['见上面“函数的日志”', "see the functions' logs above"],
  ),
  doorBusy: row(
    '503 {…"status":"unavailable","reason":"…"}',
    [
      '没有队列的部署：一时连不上企业微信，或超过频率',
      'without the queue: WeCom cannot be reached, or takes no more for now',
    ],
    ['按 `Retry-After` 再试', 'try again after `Retry-After`'],
  ),
  doorUnconfirmed: row(
    '504 {…"status":"unconfirmed","reason":"…"}',
    [
      '没有队列的部署：企业微信没有应答，也许已经显示',
      'without the queue: WeCom did not answer; it may have been shown',
    ],
    ['看看群里再决定要不要重发', 'look into the group before you send it again'],
  ),
} as const;
