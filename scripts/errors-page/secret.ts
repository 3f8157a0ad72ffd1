import { row } from './row.js';

/** Errors of `npm run secret`. */
export const SECRET = {
  secretEmptyInput: row(
    [
      '没有读到 key：标准输入是空的。请用管道传入，或在终端里运行',
      'Cannot read the key as standard input is empty: pipe it in, or run the command in a terminal',
    ],
    ['不在终端里，也没有传入内容', 'it runs in no terminal, and nothing is piped in'],
    ['`printf \'%s\' "$WEBHOOK_URL" | npm run -s secret`', '`printf \'%s\' "$WEBHOOK_URL" | npm run -s secret`'],
  ),
  secretEmptyKey: row(
    [
      '不能使用：必须是机器人的 key，或它在 … 的 webhook 地址，当前值为空。请在群里复制机器人的完整 webhook 地址，…',
      "Cannot use it as it must be a robot's key, or its webhook URL at …: current value is empty; copy the whole webhook URL of the robot in its group, …",
    ],
    ['没有粘贴内容就按了 Enter', 'Enter was pressed before anything was pasted'],
    ['再粘贴一次；输入时不显示', 'paste it again: it is not shown while it is typed'],
  ),
  secretNotAKey: row(
    [
      '机器人 …：不能使用：必须是机器人的 key，或它在 … 的 webhook 地址，当前值不是 key。请在群里复制机器人的完整 webhook 地址，…',
      "Robot …: Cannot use it as it must be a robot's key, or its webhook URL at …: current value is not a key; copy the whole webhook URL of the robot in its group, …",
    ],
    ['复制不完整，或复制了别的', 'part of it was copied, or something else'],
    ['在群里重新复制机器人的 webhook 地址', "copy the webhook URL again, in the robot's group"],
  ),
  secretOtherHost: row(
    [
      '机器人 …：不能使用：必须是机器人的 key，或它在 … 的 webhook 地址，当前值是另一个主机的地址。请复制机器人自己的 webhook 地址；企业微信是私有部署时，在 serverless.yml 里设置 wecomBaseUrl',
      "Robot …: Cannot use it as it must be a robot's key, or its webhook URL at …: current value is a URL of another host; copy the robot's own webhook URL, or set wecomBaseUrl in serverless.yml if your WeCom has an address of its own",
    ],
    ['是别的工具的地址，或私有部署的企业微信', "it is another tool's URL, or your WeCom has an address of its own"],
    ['核对；私有部署写 `wecomBaseUrl`', 'check it; a private WeCom is named in `wecomBaseUrl`'],
  ),
  secretNoKeyInUrl: row(
    [
      '机器人 …：不能使用：必须是机器人的 key，或它在 … 的 webhook 地址，当前值的地址里没有 key。请在群里复制机器人的完整 webhook 地址，…',
      "Robot …: Cannot use it as it must be a robot's key, or its webhook URL at …: current value is a URL without its key; copy the whole webhook URL of the robot in its group, …",
    ],
    ['地址缺少 `?key=…`', 'the part `?key=…` is missing'],
    ['复制完整的地址', 'copy all of the URL'],
  ),
  secretName: row(
    [
      '不能用作名字：它像 key、令牌或号码。请取一个简短的名字，如 dba',
      'Cannot use it as a name as it may be a key, a token or a number: take a few words, like dba',
    ],
    ['问的是机器人的名字，给的像 key', 'a name was asked for, and what came looks like a key'],
    ['取个名字，如 `dba`；key 在下一个问题里填', 'name the robot, `dba`; the key is asked for next'],
  ),
  secretPerson: row(
    [
      '无法识别：应为名字、空格、6 到 15 位的手机号',
      'Cannot read it as it must be a name, a space, and the mobile of 6 to 15 digits',
    ],
    [
      '名字和手机号之间没有空格，或不是手机号',
      'no space between the name and the mobile, or it is not a mobile number',
    ],
    ['`王芳 13800138000`', '`王芳 13800138000`'],
  ),
  secretReplace: row(
    [
      '不能添加：这些机器人已有别的 key。确实要替换就加 --replace，当前值为 …',
      'Cannot add the robots as these have other keys already: add --replace if that is meant: current value is …',
    ],
    ['同名机器人已有另一个 key', 'a robot of that name has another key'],
    [
      '确实要换：`--replace`；否则换个名字：`--robot`',
      'if it is to be replaced: `--replace`; else another name: `--robot`',
    ],
  ),
  secretBroken: row(
    'Cannot read the secret as it begins like JSON and cannot be parsed: fix the secret … in the console, or name another one with --secret-id',
    ['Secret 里的 JSON 写坏了', 'the JSON in the secret is broken'],
    ['在控制台修好，或另建一个', 'fix it in the console, or make another one'],
  ),
  secretNoObject: row(
    'Cannot read the secret as it must be a key, or a JSON object: fix the secret … in the console, or name another one with --secret-id',
    ['Secret 是一个列表', 'the secret is a list'],
    ['改成 `{"default": "…"}`', 'make it `{"default": "…"}`'],
  ),
  secretNoDefault: row(
    'Cannot use the secret … as it needs a robot named "default": it holds the robots …',
    ['多个机器人，没有 `default`', 'there are several robots, and no `default`'],
    ['`npm run secret`，给 `default` 一个 key', '`npm run secret`, and give `default` a key'],
  ),
  secretRefused: row(
    [
      '用 … 的 key 发送失败，原因：… (errcode …)。请重新复制 webhook 地址，并确认机器人还在群里',
      'Cannot send with the key of … as … (errcode …): copy the webhook URL again, from a robot that is still in its group',
    ],
    ['企业微信拒绝了这个 key', 'WeCom refuses the key'],
    ['机器人还在群里吗？重新复制', 'is the robot still in its group? Copy it again'],
  ),
  secretUnsent: row(
    [
      '用 … 的 key 发送失败，原因：…。请检查到企业微信的网络和代理，再试一次',
      'Cannot send with the key of … as …: check the way to WeCom (network, proxy), and try again',
    ],
    ['这台电脑连不上企业微信', 'this computer does not reach WeCom'],
    [
      '检查网络，设置 `HTTPS_PROXY`；不测试也能写入：测试那一问答 `n`，或去掉 `--test`',
      'check the network, set `HTTPS_PROXY`; or write it untested: `n` to the test, or no `--test`',
    ],
  ),
  secretNoToken: row(
    'Cannot show a token as the secret … has none: run npm run secret',
    ['Secret 里没有令牌', 'the secret has no token'],
    [
      '`npm run secret`，生成令牌那一问按 Enter；令牌在另一个 Secret 里时加 `--secret-id`',
      '`npm run secret`, and Enter where it offers a token; `--secret-id` if tokens have a secret of their own',
    ],
  ),
  secretSetting: row(
    'Cannot read the setting … of serverless.yml as it must be …: name the secret with --secret-id, or fix the file',
    [
      'serverless.yml 里的值不对，或用了 `sls:stage` 以外的变量',
      'the value in serverless.yml is wrong, or has a variable other than `sls:stage`',
    ],
    ['`--secret-id NAME`，或改正该行', '`--secret-id NAME`, or fix the line'],
  ),
  secretDeleted: row(
    'Cannot read the secret … as the secret is scheduled for deletion: restore it (…), or name another one with --secret-id (InvalidRequestException)',
    ['Secret 已计划删除', 'the secret is about to be deleted'],
    [
      '`aws secretsmanager restore-secret --secret-id …`，或换名字',
      '`aws secretsmanager restore-secret --secret-id …`, or another name',
    ],
  ),
  secretNotThere: row(
    'Cannot read the secret … as it does not exist in this region and account: check --secret-id and --region (ResourceNotFoundException)',
    [
      '给的是 ARN，而它不在这里；给名字时会新建',
      'an ARN was given, and it is not here; under a name a new one is made',
    ],
    ['核对 ARN 和 `--profile`，或只给名字', 'check the ARN and `--profile`, or give a name'],
  ),
  secretKmsRead: row(
    'Cannot read the secret … as you may not use the KMS key that encrypts the secret: have kms:Decrypt added (DecryptionFailure)',
    ['你的身份无权用那个 KMS 密钥', 'you may not use that KMS key'],
    [
      '请管理员在密钥策略或你的角色里加上 `kms:Decrypt`',
      "have `kms:Decrypt` added, to the key's policy or to your role",
    ],
  ),
  secretKmsWrite: row(
    'Cannot … the secret … as you may not use the KMS key that encrypts the secret: have kms:GenerateDataKey added (EncryptionFailure)',
    ['同上，写入时', 'the same, when it is written'],
    ['加上 `kms:GenerateDataKey`', 'have `kms:GenerateDataKey` added'],
  ),
  secretRace: row(
    'Cannot create the secret … as somebody has created it at this moment: run the command again (ResourceExistsException)',
    ['另一个人刚刚建了同名 Secret', 'another person made it meanwhile'],
    ['再运行一次', 'run it again'],
  ),
} as const;
