import type { Texts } from './row.js';

/** A sign of trouble without an error to read: in the group, or its absence. */
interface Symptom {
  readonly seen: Texts;
  readonly cause: Texts;
  readonly remedy: Texts;
}

type Pair = readonly [zh: string, en: string];

function symptom(...[seen, cause, remedy]: readonly [seen: Pair, cause: Pair, remedy: Pair]): Symptom {
  const textsOf = ([zh, en]: Pair): Texts => ({ 'zh-CN': zh, en });
  return { seen: textsOf(seen), cause: textsOf(cause), remedy: textsOf(remedy) };
}

/** The first step. */
export const FIRST_STEP: Texts = {
  'zh-CN':
    '先运行 `npm run ping -- --stage prod`：它让函数发一条测试消息，打印企业微信的回答。测试消息到了，就从[这个告警后来怎么样了？](deploy.zh-CN.md#这个告警后来怎么样了)接着查。',
  en: 'First `npm run ping -- --stage prod`: it has the function send a test message, and prints what WeCom answered. If that one arrives, go on with [What happened to this alarm?](deploy.md#what-happened-to-this-alarm)',
};

/** The symptoms, the most frequent first. */
export const NOT_ARRIVED: readonly Symptom[] = [
  symptom(
    ['消息到了，但没有提醒任何人', 'it came, but nobody was mentioned'],
    ['手机号不属于本群成员；或在安静时段', 'the mobile is not that of a member of this group; or it is in quiet hours'],
    [
      '用该成员在企业微信登记的手机号；`npm run -s routes -- --alarm NAME` 显示现在叫谁',
      'the mobile of their WeCom account; `npm run -s routes -- --alarm NAME` shows who is called now',
    ],
  ),
  symptom(
    ['消息是“暂不支持此消息类型”', 'it reads 暂不支持此消息类型'],
    ['读者在微信里，微信不显示 markdown', 'the reader is in the WeChat app, which shows no markdown'],
    ['用默认的 `text`', '`text`, the default'],
  ),
  symptom(
    ['测试消息到了，告警没有', 'the test message came, the alarm did not'],
    [
      '告警没有把函数或主题设为操作；规则丢弃（`drop`）或静默（`mute`）了它；发往了别的群',
      'the alarm names neither function nor topic as action; a rule drops or mutes it; it went to another group',
    ],
    [
      '`npm run -s routes -- --alarm NAME --why`；或 `alarmRule: on`',
      '`npm run -s routes -- --alarm NAME --why`; or `alarmRule: on`',
    ],
  ),
  symptom(
    ['告警的历史写着 *Failed to execute action*', "the alarm's history says *Failed to execute action*"],
    [
      '主题用 `aws/sns` 加密，CloudWatch 不能使用它',
      'the topic is encrypted with `aws/sns`, which CloudWatch may not use',
    ],
    ['[加密的主题](deploy.zh-CN.md#加密的主题)', '[Encrypted topics](deploy.md#encrypted-topics)'],
  ),
  symptom(
    ['群里有一行“转入死信队列”', 'the group reads that messages were moved to the dead-letter queue'],
    ['企业微信拒绝；那一行写着原因', 'WeCom refused; the line says why'],
    [
      '解决原因，`npm run replay -- --stage prod --queue dead`',
      'fix the cause, then `npm run replay -- --stage prod --queue dead`',
    ],
  ),
  symptom(
    ['晚到，开头标着迟了多久', 'it came late, and says so'],
    [
      '队列在等企业微信或网络恢复；每个机器人每分钟 20 条',
      'the queue waited for WeCom or the network; a robot has 20 messages a minute',
    ],
    ['[控制节奏](queue.zh-CN.md)', '[How it is paced](queue.md)'],
  ),
  symptom(
    ['完全没有，ping 说网络错误', 'nothing at all, and a ping reports a network error'],
    ['函数在没有 NAT 网关的 VPC 里', 'the function is in a VPC without a NAT gateway'],
    ['[放进 VPC](deploy.zh-CN.md#放进-vpc)', '[In a VPC](deploy.md#in-a-vpc)'],
  ),
  symptom(
    [
      'HTTPS 入口返回 403：`{"message":"Forbidden"}`，或中国区域的 `{"Message":null}`',
      'the HTTPS door answers 403: `{"message":"Forbidden"}`, or in China `{"Message":null}`',
    ],
    [
      '`http: iam`（中国区域的默认）：请求没有签名，或没有 `execute-api:Invoke`；`{"Message":null}`：账号没有 ICP 备案',
      '`http: iam`, the default in China: the request is not signed, or `execute-api:Invoke` is missing; `{"Message":null}`: the account has no ICP licence',
    ],
    [
      '[签名](http-door.zh-CN.md#中国区域)，或 `http: token`（中国区域须有备案）',
      '[sign it](http-door.md#in-the-china-regions), or `http: token` (in China with a licence)',
    ],
  ),
  symptom(
    ['AWS 发来邮件：`wecomrobot-…Alarm`', 'an e-mail of AWS about `wecomrobot-…Alarm`'],
    ['wecomrobot 自身出了问题，正在漏发或迟发', 'wecomrobot itself has a problem, and messages are late or missing'],
    [
      '每个告警的含义和对策：[自身告警](deploy.zh-CN.md#自身告警)',
      'what each of these alarms means, and what to do: [own alarms](deploy.md#own-alarms)',
    ],
  ),
];
