import type { LocalSpeech } from '../local-speech.js';

/** The words that `wecomrobot local` prints, in Simplified Chinese. */
export const localSpeech: LocalSpeech = {
  usage: (command) => `用法：${command} [选项]

在本机运行整套部署，并打开它所推送的企业微信群的页面。AWS 和企业微信都由本机模拟，不会向外发送任何内容。
按 Ctrl-C 结束。

  --port 端口      页面、API 和 HTTP 入口的端口；0 表示任意空闲端口；默认 8787，被占用时用下一个空闲端口
  --speed 1|10     时间的快慢：10 表示快十倍，不恢复的告警半分钟就催一次，不用等五分钟
  --language 语言  消息和提示的语言：zh-CN 或 en
  --routes 文件    用自己的规则：一个 routes.yml
  --data 文件夹    存放消息的文件夹，重启后消息还在
  --fresh          从空群开始：删除以前保存的消息
  -h, --help       显示这段说明

  curl -fG '<页面>/api/messages?wait=30' --data-urlencode 'text=支付'        在 CI 里等一条消息

退出码：0 用 Ctrl-C 结束，2 用法错误或无法启动`,
  welcome: ({ url, token, file }) => `
  群页面：  ${url}
  入口：    curl -H 'Authorization: Bearer ${token}' \\
              -d '{"push_message":"构建失败：payment-api #128","at_mobiles":"13800138000"}' ${url}/push
  CI 里：   curl --fail '${url}/api/messages?text=payment-api&wait=30'
${file === undefined ? '' : `  保存在：  ${file}\n`}
  一切都在本机，不会向外发送任何内容。按 Ctrl-C 结束。
`,
  ended: '已结束。',
  portTaken: (port, next) => `端口 ${port} 被别的程序占用，改用 ${next}`,
  kept: (count, file) => `读到以前的 ${count} 条消息：${file}`,
  setAside: (file, reason) =>
    `以前保存的消息无法读取（${reason === 'broken' ? '文件不完整，或不是 JSON' : '由别的版本写成'}），文件已改名保留：${file}`,
  notKept: (file, reason) => `消息没有保存，因为无法写入 ${file}：${reason}`,
  keptByAnother: (file) => `消息没有保存，因为另一个页面也在写 ${file}：给其中一个换一个 --data 或 --port`,
  problems: {
    option: (name) => `无法启动：没有 ${name} 这个选项，见 --help`,
    optionValue: (name) => `无法启动：${name} 需要一个值，而开关没有值，见 --help`,
    argument: '无法启动：这里只有选项，没有参数，见 --help',
    port: (value) => `无法启动：--port 应为 0 到 65535，现在是 ${value}`,
    speed: (speeds, value) => `无法启动：--speed 应为 ${speeds} 之一，现在是 ${value}`,
    language: (languages, value) => `无法启动：--language 应为 ${languages} 之一，现在是 ${value}`,
    portTaken: (port) => `无法启动：端口 ${port} 被别的程序占用。用 --port 换一个，或用 --port 0 任选一个空闲端口`,
    portRefused: (port, code) =>
      `无法启动：系统不允许使用端口 ${port}（${code}）。用 --port 换一个，或用 --port 0 任选一个空闲端口`,
  },
};
