import type { Speech } from '../speech.js';
import { violation } from './violation.js';

const usage = `用法：wecomrobot push [消息] [选项]
      wecomrobot local [选项]        在本机试用的群页面：wecomrobot local --help
      wecomrobot template [选项]     CloudFormation 模板及其文件：wecomrobot template --help
      wecomrobot routes --layer      带规则的层：wecomrobot routes --help

向企业微信群推送一条消息。没有给出消息，或消息是 - 时，从标准输入读取。

  --at 谁          按手机号提醒；可以重复，多个也可以用逗号隔开
  --at-all         提醒所有人
  --markdown       消息是 markdown
  --dry-run        只显示将要发送的内容，不发送
  --language 语言  输出用的语言：zh-CN 或 en；默认用终端的语言（环境变量 LC_ALL、LC_MESSAGES、
                   LANG，Windows 上是系统语言），终端没有说明语言时用中文
  --timeout-ms N   推送最多用 N 毫秒，1000 起；默认 30000，经过入口时 35000
  -v, --version    显示版本
  -h, --help       显示这段说明

机器人的 key，三选一：
  WECOM_ROBOT_KEY  环境变量：key，或整个 webhook 地址
  --secret-id ID   在 AWS Secrets Manager 里，用平常的 AWS 凭证读取；
                   --robot 名称 选择其中的机器人，--at 也可以用其中登记的人名
  --url 地址       不需要 key：消息经过已部署的 HTTPS 入口，令牌在环境变量 WECOM_TOKEN 里；
                   --robot 名称 和人名同样可用
key 和令牌不能作为参数：本机的所有用户都能看到命令行参数。

退出码：0 已送达或已进入队列，1 被拒绝，2 用法错误，3 请稍后重试。

  wecomrobot push "构建失败" --at 13800138000
  ./report.sh | wecomrobot push --markdown --at-all
  wecomrobot push "备份完成" --secret-id wecomrobot/robots --robot dba
  wecomrobot push --url https://robot.example.com/push -- "-5% 库存"`;

/** The words of the library and the command, in Simplified Chinese. */
export const speech: Speech = {
  print: {
    delivered: '信息：企业微信机器人推送成功。',
    dropped: '信息：按路由规则，消息未发送。',
    dryRun: '信息：试运行，消息未发送。',
    exception: (reason) => `异常：${reason}`,
    failed: (errcode, reason) => `错误：企业微信机器人推送失败，错误码：${errcode}，原因：${reason}`,
    invalid: (field, reason) => `错误：参数 ${field} 无效，${reason}`,
    queued: '信息：消息已进入发送队列。',
    refused: (reason) => `错误：企业微信机器人推送失败，原因：${reason}`,
  },
  violations: violation,
  isWrittenIn: (text) => /\p{Script=Han}/u.test(text),
  unknownError: '未知错误',
  usage,
};
