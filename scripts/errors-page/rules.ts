import { row } from './row.js';

/** Errors of routes.yml, and of what shows its rules. */
export const RULES_FILE = {
  rulesYaml: row(
    '…routes.yml:…: Cannot read the file as YAML: …',
    ['YAML 写错了', 'it is not valid YAML'],
    ['看提示的行：缩进、括号、引号', 'look at the line: indentation, brackets, quotes'],
  ),
  rulesFile: row(
    '…: Cannot read the file as it must be at most … bytes: current value is …',
    ['文件太大', 'the file is too large'],
    ['这是规则文件吗？', 'is it a file of rules?'],
  ),
  rulesKey: row(
    '…routes.yml:…: Cannot use rules › rule … › … as it must be one of the keys … (perhaps …): current value is …',
    ['键名拼错了', 'a key is misspelt'],
    [
      '用它建议的键；编辑器可以用 `docs/routes.schema.json` 补全',
      'take the key that it suggests; with `docs/routes.schema.json` an editor completes them',
    ],
  ),
  rulesRobotKey: row(
    "…routes.yml:…: Cannot use rules › rule … › robots › entry … as it must be a robot's name, not its key: current value is …",
    ['写成了 key', "a robot's key stands there"],
    [
      'key 放进 Secret，这里写名字；文件如已提交，删除机器人再新建',
      'put the key into the secret and its name here; if the file was committed, replace the robot',
    ],
  ),
  rulesDrop: row(
    '…routes.yml:…: Cannot use rules › rule … › … as it must be left out of a rule with drop, …: current value is …',
    ['丢弃的消息没有去处', 'what is dropped goes nowhere'],
    ['删掉其中一个', 'remove one of the two'],
  ),
  rulesRota: row(
    '…routes.yml:…: Cannot use rules › rule … › rota as it must be one of the rotas …: current value is …',
    ['没有这个值班表', 'there is no such rota'],
    ['用列出的名字，或在 `rotas` 里加上', 'one of those listed, or add it to `rotas`'],
  ),
  rulesStep: row(
    '…routes.yml:…: Cannot use rules › rule … › remind › entry … › after as it must be a length such as 15m, 4h or 1d…: current value is …',
    ['时长没有单位', 'the length has no unit'],
    ['写 `15m`、`4h`、`1d`', 'write `15m`, `4h`, `1d`'],
  ),
  rulesTime: row(
    "…routes.yml:…: Cannot use rules › rule … › quiet › … as it must be a time such as '22:00', in quotes: current value is …",
    ['时间缺失，或没有引号', 'a time is missing, or has no quotes'],
    ["写 `{ from: '22:00', to: '08:00' }`", "write `{ from: '22:00', to: '08:00' }`"],
  ),
  rulesRule: row(
    '…routes.yml:…: Cannot use … as it must be …: current value is …',
    ['值不合规则；“›”之间是到它的路', 'the value breaks its rule; `›` stands between the steps to it'],
    ['按提示改；键和值见[路由](routing.zh-CN.md)', 'as it says; keys and values: [routing](routing.md)'],
  ),
  routesAt: row(
    'Cannot read --at as it must be …: current value is …',
    ['时刻写法不对', 'the moment is written in another way'],
    ["`--at 'Sat 03:00'`", "`--at 'Sat 03:00'`"],
  ),
  routesLayer: row(
    'Cannot make a layer of events as it has rules only: current value is …',
    ['`--layer` 后面写了事件文件', 'files of events were given with `--layer`'],
    ['`npm run routes -- --layer --routes routes.yml`', '`npm run routes -- --layer --routes routes.yml`'],
  ),
  routesSecret: row(
    '…: Cannot read the secret as there is no such file (ENOENT)',
    ['`--secret` 要一个文件，而它不存在', '`--secret` takes a file, and there is none of that name'],
    ['先把 Secret 存成文件，看完删除', 'save the secret to a file first, and delete it afterwards'],
  ),
  routesAlarms: row(
    '…Cannot read the file as it must be the output of aws cloudwatch describe-alarms, with MetricAlarms or CompositeAlarms',
    ['文件里是别的内容', 'the file holds something else'],
    ['`aws cloudwatch describe-alarms > alarms.json`', '`aws cloudwatch describe-alarms > alarms.json`'],
  ),
  routesNoAlarm: row(
    '…Cannot show the alarm … as the file has no such alarm',
    ['文件里没有这个名字', 'the file has no such name'],
    ['核对名字；文件可能太旧', 'check the name; the file may be old'],
  ),
  previewJson: row(
    '…Cannot read the file as it must hold JSON: …',
    ['文件不是 JSON', 'the file is not JSON'],
    ['把事件原样存进文件', 'save the event as it came'],
  ),
  previewNone: row(
    '…Cannot read the file as there is no such file (ENOENT)',
    ['没有这个文件', 'there is no such file'],
    ['核对路径', 'check the path'],
  ),
  previewNothing: row(
    'Cannot show anything as there must be a file: current value is empty',
    ['没有给文件', 'no file was given'],
    ['`npm run -s preview -- event.json`', '`npm run -s preview -- event.json`'],
  ),
  previewRefused: row(
    '…Cannot show the request as its caller is answered HTTP …: …',
    ['这个 HTTP 请求会被拒绝，后面是返回的内容', 'this HTTP request would be refused; the answer follows'],
    ['见下面的 HTTPS 入口', 'see the HTTPS door below'],
  ),
} as const;
