import type { SecretSpeech } from '../secret-speech.js';

/** The words of `npm run secret`, in Simplified Chinese. */
export const secretSpeech: SecretSpeech = {
  region: (region, profile) => `区域 ${region}${profile === undefined ? '' : `，profile ${profile}`}`,
  missing: (secretId) => `Secret ${secretId} 还不存在`,
  holds: (secretId, names) => `Secret ${secretId} 里有：${names}`,
  willHold: (names, isNew) => `${isNew ? '将写入' : '写入后里面有'}：${names}`,
  names: ({ robots, tokens, people }) =>
    [
      `机器人 ${robots.join('、') || '（无）'}`,
      ...(tokens > 0 ? [`${tokens} 个令牌`] : []),
      ...(people.length > 0 ? [`人员 ${people.join('、')}`] : []),
    ].join('；'),
  questions: {
    firstRobot: '要添加或更换 key 的机器人名，没有就按 Enter：',
    nextRobot: '再添加一个机器人的名字，没有就按 Enter：',
    key: (robot) => `机器人 ${robot} 的 webhook 地址或 key（输入时不显示）：`,
    replace: (robot) => `${robot} 已有另一个 key，替换吗？`,
    test: '现在往它的群里发一条测试消息吗？',
    keep: '仍然使用这个 key 吗？',
    token: '为 HTTPS 入口生成一个随机令牌吗？（Alertmanager 等调用时用）',
    person: '可以按名字提醒的人，如 王芳 13800138000，没有就按 Enter：',
    write: '写入 Secrets Manager 吗？',
  },
  problems: {
    key: (reason, advice) => `不能使用：${reason}。${advice}`,
    copyUrl: (example) => `请在群里复制机器人的完整 webhook 地址，${example}`,
    otherHost: '请复制机器人自己的 webhook 地址；企业微信是私有部署时，在 serverless.yml 里设置 wecomBaseUrl',
    keyOf: (robot, problem) => `机器人 ${robot}：${problem}`,
    name: '不能用作名字：它像 key、令牌或号码。请取一个简短的名字，如 dba',
    person: '无法识别：应为名字、空格、6 到 15 位的手机号',
    noInput: '没有读到 key：标准输入是空的。请用管道传入，或在终端里运行',
    replaced: (robots) => `不能添加：这些机器人已有别的 key。确实要替换就加 --replace，当前值为 ${robots}`,
    refused: (robot, reason) =>
      `用 ${robot} 的 key 发送失败，原因：${reason}。请重新复制 webhook 地址，并确认机器人还在群里`,
    unsent: (robot, reason) => `用 ${robot} 的 key 发送失败，原因：${reason}。请检查到企业微信的网络和代理，再试一次`,
  },
  accepted: (robot, message) => `企业微信已接受：${robot} 的群里显示 ${message}`,
  warning: (problem) => `警告：${problem}`,
  nothingToChange: '没有变化',
  dryRun: '试运行：没有写入',
  nothingWritten: '没有写入',
  cancelled: '已取消：没有写入',
  created: (arn) => `已创建 ${arn}`,
  updated: (arn) => `已更新 ${arn}`,
  tokensElsewhere: (secretId) => `入口的令牌应放在 ${secretId}：见 docs/deploy.zh-CN.md 的“两个 Secret”`,
};
