import { violation } from '../../src/text/zh-CN/violation.js';
import { row } from './row.js';

/** A secret in a sentence about any. */
const ANY = { secretId: '…', region: '…' } as const;
const [unread = ''] = violation.secretUnread({ kind: 'secretUnread', ...ANY, error: '' }).split('：');

/** Returns the line about an argument, in both languages. */
export const argument = (field: string, zh: string, en: string) =>
  [`错误：参数 ${field} 无效，${zh}`, `Error: bad argument ${field}: ${en}`] as const;
const usage = (field: string, zh: string, en: string) =>
  argument(field, zh, `Cannot use the command line as given: ${en}`);

/** Lines of the command `wecomrobot push`. */
export const COMMAND_LINES = {
  commandNone: row(
    usage(
      'command',
      '命令只有 push、local、template、routes，见 --help',
      'the command must be push, local, template or routes, see --help',
    ),
    ['没有这个命令', 'there is no such command'],
    ['`wecomrobot push "…"`', '`wecomrobot push "…"`'],
  ),
  commandOption: row(
    usage('options', '没有选项 …，见 --help', 'Unknown option …, see --help'),
    ['没有这个选项', 'there is no such option'],
    ['`--help`；以 `-` 开头的消息放在 `--` 之后', '`--help`; a message that begins with `-` stands after `--`'],
  ),
  commandOptionValue: row(
    usage('options', '选项 … 缺少取值，或不能带取值，见 --help', 'Option …, see --help'),
    ['选项缺少值，或给开关写了值', 'an option without its value, or a switch with one'],
    ['`--at 13800138000`；`--at-all` 单独写', '`--at 13800138000`; `--at-all` alone'],
  ),
  commandMessages: row(
    usage('MESSAGE', '消息只能是一个参数，请用引号括起来', 'MESSAGE is one argument: put quotes around it'),
    ['消息没有加引号', 'the message has no quotes'],
    ['加引号', 'put quotes around it'],
  ),
  commandNoMessage: row(
    argument('MESSAGE', '没有消息，见 --help', 'Cannot push as there is no message: see --help'),
    ['没有消息', 'there is no message'],
    ['写在命令里，或用管道传入', 'write it, or pipe it in'],
  ),
  commandNoKey: row(
    argument(
      'WECOM_ROBOT_KEY',
      '没有 key，请设置它，其他方式见 --help',
      'Cannot push as there is no key: set WECOM_ROBOT_KEY, or see --help for other ways',
    ),
    ['没有 key', 'there is no key'],
    ['设置环境变量，或 `--secret-id`、`--url`', 'set the variable, or `--secret-id`, `--url`'],
  ),
  commandKey: row(
    argument(
      'WECOM_ROBOT_KEY',
      '必须是机器人的 key，或它在 … 的 webhook 地址，…',
      "Cannot use WECOM_ROBOT_KEY as it must be a robot's key, or its webhook URL at …: current value is …",
    ),
    ['不是 key', 'it is not a key'],
    ['重新复制 webhook 地址', 'copy the webhook URL again'],
  ),
  commandMobile: row(
    argument(
      '--at',
      '每一项都必须是 6 到 15 位数字的手机号，…',
      'Cannot mention an entry of --at as it must be a mobile of 6 to 15 digits: current value is …',
    ),
    ['不是手机号', 'it is not a mobile number'],
    ['名字只在 `--secret-id`、`--url` 时可用', 'names work with `--secret-id` and `--url` only'],
  ),
  commandNoToken: row(
    argument(
      'WECOM_TOKEN',
      '没有令牌，请设为入口的一个令牌',
      'Cannot push as there is no token: set WECOM_TOKEN to a token of the door',
    ),
    ['没有令牌', 'there is no token'],
    ['`npm run -s secret -- --show-token`', '`npm run -s secret -- --show-token`'],
  ),
  commandDoor: row(
    argument(
      '--url',
      '必须形如 https://robot.example.com/push，后面不能再有内容',
      'Cannot use --url as it must look like https://robot.example.com/push, with nothing after it',
    ),
    ['不是 https，或地址里带了参数', 'no https, or something stands after the path'],
    ['令牌放在 `WECOM_TOKEN`', 'the token belongs in `WECOM_TOKEN`'],
  ),
  commandTwice: row(
    usage('--url', '不能与 --secret-id 同时使用', '--url cannot be combined with --secret-id'),
    ['写了两条路', 'it names two roads'],
    ['留一个', 'keep one'],
  ),
  commandRobot: row(
    usage(
      '--robot',
      '要说明是哪里的机器人，请加上 --secret-id 或 --url',
      '--robot names a robot of a secret or a door: add --secret-id or --url',
    ),
    ['一个 key 就是一个机器人', 'a key is one robot'],
    ['加 `--secret-id` 或 `--url`', 'add `--secret-id` or `--url`'],
  ),
  commandRobotOfSecret: row(
    argument(
      '--robot',
      violation.robotOfSecret({ kind: 'robotOfSecret', robots: '…', given: '…' }),
      'Cannot use --robot as the secret holds only …: current value is …',
    ),
    ['Secret 里没有这个名字', 'the secret has no such name'],
    ['从列出的名字里选', 'take one of those listed'],
  ),
  commandSecret: row(
    [`异常：${unread}：…`, 'Exception: Cannot read the secret … in … as …'],
    [
      '没有凭证、权限，或没有这个 Secret；括号里写着是哪一种',
      'no credentials, no permission or no such secret: the brackets say which',
    ],
    [
      '登录，`AWS_PROFILE`、`AWS_REGION`；权限 `secretsmanager:GetSecretValue`',
      'sign in; `AWS_PROFILE`, `AWS_REGION`; the permission `secretsmanager:GetSecretValue`',
    ],
  ),
  commandNoRegion: row(
    argument(
      'AWS_REGION',
      violation.noRegion({ kind: 'noRegion' }),
      'Cannot read a secret as there is no region: set AWS_REGION, or region in the AWS profile',
    ),
    ['没有写明区域', 'no region is given'],
    ['`AWS_REGION`，或用完整的 ARN', '`AWS_REGION`, or the whole ARN'],
  ),
  commandSecretEmpty: row(
    [
      `异常：${violation.secretEmpty({ kind: 'secretEmpty', ...ANY })}`,
      'Exception: Cannot use the secret … in … as it must not be empty',
    ],
    ['Secret 没有内容', 'there is nothing in it'],
    ['`npm run secret`', '`npm run secret`'],
  ),
  commandSecretDefault: row(
    [
      `异常：${violation.secretWithoutDefault({ kind: 'secretWithoutDefault', ...ANY, robots: '…' }).replace('当前只有 …', '…')}`,
      'Exception: Cannot use the secret … as it needs a robot named "default": …',
    ],
    ['没有 `default`，或没有能用的 key', 'it has no `default`, or no usable key'],
    ['`npm run secret`', '`npm run secret`'],
  ),
  commandToken: row(
    [
      '错误：企业微信机器人推送失败，原因：服务器拒绝了请求，HTTP 401',
      'Error: WeCom robot: not pushed: The server rejected the request: HTTP 401',
    ],
    ['入口不认 `WECOM_TOKEN`', 'the door does not know `WECOM_TOKEN`'],
    ['`npm run -s secret -- --show-token`', '`npm run -s secret -- --show-token`'],
  ),
  commandRejected: row(
    [
      '错误：企业微信机器人推送失败，原因：服务器拒绝了请求，HTTP …',
      'Error: WeCom robot: not pushed: The server rejected the request: HTTP …',
    ],
    [
      '`--url` 不是入口的地址（403、404），或 `http: iam`',
      "`--url` is not the door's address (403, 404), or it wants signatures (`http: iam`)",
    ],
    [
      '部署打印的 `Url`；签名的入口用 `--secret-id`',
      'the `Url` that the deployment printed; for a door with signatures `--secret-id`',
    ],
  ),
} as const;
