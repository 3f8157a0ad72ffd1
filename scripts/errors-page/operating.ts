import { row } from './row.js';

/** Errors of `npm run secret`. */
export const SECRET = {
  secretEmptyInput: row(
    'Cannot read the key as standard input is empty: pipe it in, or run the command in a terminal',
    ['不在终端里，也没有传入内容', 'it runs in no terminal, and nothing is piped in'],
    ['`printf \'%s\' "$WEBHOOK_URL" | npm run -s secret`', '`printf \'%s\' "$WEBHOOK_URL" | npm run -s secret`'],
  ),
  secretNotAKey: row(
    'Robot …: Cannot use it as it is neither a key nor a webhook URL: copy the whole URL of the robot in its group, …',
    ['复制不完整，或复制了别的', 'part of it was copied, or something else'],
    ['在群里重新复制机器人的 webhook 地址', "copy the webhook URL again, in the robot's group"],
  ),
  secretOtherHost: row(
    "Robot …: Cannot use it as it is a URL of another host than …: copy the robot's own, or set wecomBaseUrl in serverless.yml if your WeCom has an address of its own",
    ['是别的工具的地址，或私有部署的企业微信', "it is another tool's URL, or your WeCom has an address of its own"],
    ['核对；私有部署写 `wecomBaseUrl`', 'check it; a private WeCom is named in `wecomBaseUrl`'],
  ),
  secretNoKeyInUrl: row(
    'Robot …: Cannot use it as the URL ends without its key: copy all of it, …',
    ['地址缺少 `?key=…`', 'the part `?key=…` is missing'],
    ['复制完整的地址', 'copy all of the URL'],
  ),
  secretReplace: row(
    'Cannot add the robots as these have other keys already: add --replace if that is meant: current value is …',
    ['同名机器人已有另一个 key', 'a robot of that name has another key'],
    [
      '确实要换：`--replace`；否则换个名字：`--robot`',
      'if it is to be replaced: `--replace`; else another name: `--robot`',
    ],
  ),
  secretBroken: row(
    'Cannot read the secret as it begins like JSON and cannot be parsed: mend the secret … in the console, or name another one with --secret-id',
    ['Secret 里的 JSON 写坏了', 'the JSON in the secret is broken'],
    ['在控制台修好，或另建一个', 'mend it in the console, or make another one'],
  ),
  secretNoDefault: row(
    'Cannot use the secret … as it needs a robot named "default": it holds the robots …',
    ['多个机器人，没有 `default`', 'there are several robots, and no `default`'],
    ['`npm run secret`，给 `default` 一个 key', '`npm run secret`, and give `default` a key'],
  ),
  secretRefused: row(
    'Cannot send with the key of … as … (errcode …): copy the webhook URL again, from a robot that is still in its group',
    ['企业微信拒绝了这个 key', 'WeCom refuses the key'],
    ['机器人还在群里吗？重新复制', 'is the robot still in its group? Copy it again'],
  ),
  secretDeleted: row(
    'Cannot read the secret … as the secret is scheduled for deletion: restore it (…), or name another one with --secret-id (InvalidRequestException)',
    ['Secret 已计划删除', 'the secret is about to be deleted'],
    ['`aws secretsmanager restore-secret`，或换名字', '`aws secretsmanager restore-secret`, or another name'],
  ),
} as const;

/** Errors of AWS that every command tells alike. */
export const AWS = {
  awsNobody: row(
    'Cannot … as there are no AWS credentials: sign in (aws sso login, or aws configure), or name a profile with --profile (…)',
    ['没有凭证', 'there are no credentials'],
    ['登录，或 `--profile`', 'sign in, or `--profile`'],
  ),
  awsExpired: row(
    'Cannot … as the AWS credentials have expired: sign in again (aws sso login), or take new ones (…)',
    ['会话过期', 'the session is over'],
    ['`aws sso login`', '`aws sso login`'],
  ),
  awsUnknown: row(
    "Cannot … as this region does not know the AWS credentials: check --profile and --region (China's accounts are apart from all others) (…)",
    ['凭证属于另一个分区，或已停用', 'the credentials are of another partition, or switched off'],
    ['换 `--profile` 或 `--region`', 'another `--profile` or `--region`'],
  ),
  awsDenied: row(
    'Cannot … as the permission is missing: have it added to your role or user (AccessDenied…)',
    ['没有权限；括号里写着哪一个', 'a permission is missing; the brackets say which'],
    ['请管理员加上', 'have an administrator add it'],
  ),
  awsUnreachable: row(
    'Cannot … as AWS cannot be reached: check the network, a proxy, and the spelling of the region (…)',
    ['网络、代理，或区域名拼错', 'network, proxy, or a misspelt region'],
    ['检查网络；设置 `HTTPS_PROXY`；核对区域', 'check the network, `HTTPS_PROXY`, the region'],
  ),
} as const;

/** Errors of ping, replay and ack. */
export const OPERATING = {
  pingNotThere: row(
    'Cannot ping … as it is not in this account and region: deploy it, or set --stage and --region (…)',
    ['没有部署，或看错了区域、stage', 'it is not deployed, or stage or region are others'],
    ['`--stage`、`--region`、`--profile`；或先部署', '`--stage`, `--region`, `--profile`; or deploy it'],
  ),
  stackNotThere: row(
    'Cannot read the stack … as it is not in this account and region: deploy it, or set --stage and --region (…)',
    ['同上', 'the same'],
    ['同上', 'the same'],
  ),
  stackOld: row(
    'Cannot use … as it has no output …: deploy it with this version',
    ['部署的是旧版本', 'an older version is deployed'],
    ['`npm run deploy`，或用那个版本的命令', "`npm run deploy`, or that version's commands"],
  ),
  ackNotThere: row(
    'Cannot find the alarm … in this account and region: check its name, or set --region',
    ['名字不对，或在别的区域', 'the name is another, or the region'],
    ['从消息里复制名字；有空格的加引号', 'copy the name from the message; quotes if it has spaces'],
  ),
  ackOk: row(
    'Cannot take … as it must be in ALARM: current state is OK',
    ['告警已经恢复', 'the alarm is over'],
    ['不用做什么', 'nothing'],
  ),
} as const;

/** Errors of the functions, in their logs and in the answer to a ping. */
export const FUNCTIONS = {
  functionSecretMissing: row(
    'Cannot read the secret … in … as no such secret exists in this region and account: create it, or correct its id (…)',
    ['Secret 不存在，或在别的区域', 'the secret does not exist, or is in another region'],
    ['`npm run secret`（同一区域），或改 `secretId`', '`npm run secret` in the same region, or correct `secretId`'],
  ),
  functionSecretDenied: row(
    "Cannot read the secret … in … as the function's role needs secretsmanager:GetSecretValue on it, and kms:Decrypt if a customer managed key encrypts it (…)",
    ['Secret 的策略或组织策略拒绝', "the secret's policy, or one of the organization, denies it"],
    [
      '放行函数的角色；用自己的 KMS 密钥时设置 `secretKmsKeyArn`',
      "allow the function's role; with a KMS key of yours set `secretKmsKeyArn`",
    ],
  ),
  functionSecretKms: row(
    "Cannot read the secret … in … as the function's role needs kms:Decrypt on the key that encrypts it (…)",
    ['KMS 密钥不允许函数使用', 'the KMS key does not let the function use it'],
    ['设置 `secretKmsKeyArn`，并在密钥策略里放行', 'set `secretKmsKeyArn`, and allow it in the policy of the key'],
  ),
  functionNoDefault: row(
    'Cannot use the secret … as it needs a robot named "default": it holds no usable robot (…)',
    ['Secret 里没有一个能用的 key；括号里是原因', 'no key in the secret can be used; the brackets say why'],
    ['`npm run secret`', '`npm run secret`'],
  ),
} as const;
