import { row } from './row.js';

/** Errors of the template, of CDK and of Terraform. */
export const OTHER_ROADS = {
  templateOptions: row(
    [
      '无法读取选项：有 --help 之外的选项，或缺少值',
      'Cannot read the options as there is one that is not in --help, or one without its value',
    ],
    ['`wecomrobot template`、`routes` 的选项写错了', 'a misspelt option of `wecomrobot template` or `routes`'],
    ['`npx wecomrobot template --help`', '`npx wecomrobot template --help`'],
  ),
  templateLayer: row(
    [
      '无法执行：npm 包只生成层，请加 --layer（查看告警去向请用仓库里的 npm run routes）',
      'Cannot do that as the npm package only makes the layer: add --layer (npm run routes of a clone shows where an alarm goes)',
    ],
    ['npm 包里的 `wecomrobot routes` 只做一件事', '`wecomrobot routes` of the npm package does one thing'],
    [
      '`npx wecomrobot routes --layer`；想看告警去向，克隆仓库',
      '`npx wecomrobot routes --layer`; to see where alarms go, clone',
    ],
  ),
  templateRoutes: row(
    '…yml: Cannot read the file as there is no such file (ENOENT)',
    ['没有这个规则文件', 'there is no such file of rules'],
    ['核对 `--routes`；`wecomrobot template` 没有规则也行', 'check `--routes`; `wecomrobot template` needs no rules'],
  ),
  templateSlots: row(
    'Cannot use the setting … with the template as it has … parameters for it (npm run deploy takes more): current value is …',
    ['主题或账号多于模板的参数', 'more topics or accounts than the template has parameters'],
    ['用 `npm run deploy` 或 CDK，或 `organizationId`', '`npm run deploy` or CDK, or `organizationId`'],
  ),
  templateNobody: row(
    '…OpsEmail or OpsTopicArn must say who is told when wecomrobot itself fails; …',
    ['两个参数都空着', 'both parameters are empty'],
    ['`OpsEmail=you@example.com`，或 `OpsEmail=none`', '`OpsEmail=you@example.com`, or `OpsEmail=none`'],
  ),
  templateTwice: row(
    '…OpsEmail and OpsTopicArn cannot be used together: one is enough. …',
    ['两个参数都填了', 'both are given'],
    ['留一个', 'keep one'],
  ),
  templateItself: row(
    '…OpsTopicArn must not be one of the topics that wecomrobot shows. …',
    ['自身故障的告警会走它自己', 'alarms about its own failure would go through itself'],
    ['换一个主题，由邮箱或短信订阅', 'another topic, with subscriptions by e-mail or SMS'],
  ),
  templateSecrets: row(
    '…TokensSecretId must be another secret than SecretId, or empty. …',
    ['两个参数写了同一个 Secret', 'both parameters name one secret'],
    ['留空，或另建一个', 'leave it empty, or make another secret'],
  ),
  templateLink: row(
    '…Ack: link needs Http: token and Reminders: on. …',
    ['链接由浏览器打开，浏览器不会签名', 'a browser opens the link, and browsers sign no requests'],
    ['`Http=token`，或 `Ack=on`', '`Http=token`, or `Ack=on`'],
  ),
  terraformValue: row(
    'The setting must be ….',
    ['`terraform plan` 拒绝一个变量的值', "`terraform plan` refuses a variable's value"],
    ['按这一句改；上一行写着是哪个变量', 'as the sentence says; the line above it names the variable'],
  ),
  terraformName: row(
    'The name must begin with a letter and have letters, digits and hyphens, …',
    ['`stack_name` 不是堆栈的名称', "`stack_name` is not a stack's name"],
    ['以 `wecomrobot-` 开头，命令才找得到', 'begin it with `wecomrobot-`, so that the commands find it'],
  ),
  cdkNoRegion: row(
    'Cannot make wecomrobot in a stack of any region as the region decides its resources: give the stack env: { region }, or the construct region: current value is empty',
    ['堆栈没有写明区域', 'the stack names no region'],
    [
      "`new Stack(app, 'X', { env: { region: 'ap-southeast-1' } })`，或给构造 `region`",
      "`new Stack(app, 'X', { env: { region: 'ap-southeast-1' } })`, or `region` for the construct",
    ],
  ),
  cdkRegion: row(
    'Cannot use the setting region as it must be that of the stack, …: current value is …',
    ['构造和堆栈写了两个区域', 'construct and stack name two regions'],
    ['去掉构造的 `region`', 'drop `region` of the construct'],
  ),
  cdkTwice: row(
    'Cannot make a second wecomrobot in a stack as both would have the same logical ids: current value is …',
    ['一个堆栈里有两个', 'there are two in one stack'],
    ['第二个放进自己的堆栈', 'give the second one a stack of its own'],
  ),
  cdkToken: row(
    'Cannot use the setting … as it must be known when CDK runs: current value is a token, which only the deployment resolves',
    [
      '设置决定有哪些资源，而这个值部署时才知道（如 `topic.topicArn`）',
      'settings decide which resources there are, and this value is known to the deployment only (`topic.topicArn`)',
    ],
    [
      '写成文本；同一个堆栈里的主题改为订阅 `robot.functions.notify`',
      'write it as a text; subscribe `robot.functions.notify` to a topic of the same app',
    ],
  ),
  releaseDryRun: row(
    'Cannot publish as only the owner knows where to (docs/release.md): --dry-run builds what would be published',
    ['发布的地方只有所有者知道', 'where to publish, only the owner knows'],
    [
      '`npm run release -- --dry-run`；其余见[发布](release.zh-CN.md)',
      '`npm run release -- --dry-run`; for the rest: [release](release.md)',
    ],
  ),
} as const;
