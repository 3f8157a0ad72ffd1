import { row } from './row.js';

/** Lines of the level ERROR in the logs of the functions, by their `message`. */
export const LOG_LINES = {
  logParked: row(
    'message sent to the dead-letter queue',
    ['`code` 和 `reason` 写着原因；群里也有一行', '`code` and `reason` say why; the group reads a line as well'],
    [
      '解决原因，`npm run replay -- --queue dead`；`code` 的含义见[队列](queue.zh-CN.md)',
      'fix the cause, then `npm run replay -- --queue dead`; what a `code` means: [the queue](queue.md)',
    ],
  ),
  logNotParked: row(
    'message not sent to the dead-letter queue, it stays on the queue',
    ['SQS 没有接收；消息还在主队列', 'SQS did not take it; it is still on the main queue'],
    [
      '不用做什么，会再试；一直如此：看角色的权限',
      'nothing, it is tried again; if it goes on, the permissions of the role',
    ],
  ),
  logNoTime: row(
    'no time left for an attempt: the function needs a longer timeout',
    ['`deliver` 的 timeout 改短了', 'the timeout of `deliver` was made shorter'],
    ['删掉 serverless.yml 里自己写的 timeout，默认 60', 'drop your own timeout from serverless.yml: it is 60'],
  ),
  logNotProcessed: row(
    'messages not processed, they will reappear',
    ['程序的错误；消息没有丢', 'a bug; nothing is lost'],
    ['请把这一行[告诉我们](../CONTRIBUTING.zh-CN.md#报告)', '[tell us](../CONTRIBUTING.md#report), with the line'],
  ),
  logRules: row(
    'rules not used',
    [
      '规则文件不能用，`reason` 写着原因；全部发往 `default`',
      'the file of the rules cannot be used, see `reason`; all goes to `default`',
    ],
    ['重新部署，或重做层', 'deploy again, or make the layer again'],
  ),
  logBug: row(
    'message not posted, bug in the code',
    [
      '程序的错误，只影响这一条：它进死信队列，群里有一行',
      'a bug that one message meets: it is parked, and the group reads so',
    ],
    ['请把这一行[告诉我们](../CONTRIBUTING.zh-CN.md#报告)', '[tell us](../CONTRIBUTING.md#report), with the line'],
  ),
  logRenderer: row(
    'renderer failed',
    ['程序的错误：这个事件按通用格式显示了', 'a bug: the event was shown in the generic form'],
    [
      '请把事件（隐去账号）[告诉我们](../CONTRIBUTING.zh-CN.md#报告)',
      '[tell us](../CONTRIBUTING.md#report), with the event (account ids replaced)',
    ],
  ),
  logTools: row(
    'tools failed',
    ['程序的错误：这个请求按通用格式显示了', 'a bug: the body was shown in the generic form'],
    ['同上', 'the same'],
  ),
  logRemindersOld: row(
    'reminders lost, tick too old',
    ['Lambda 晚了四分半钟以上才调用', 'Lambda invoked it four and a half minutes late, or later'],
    ['不用做什么：下一次不受影响', 'nothing: the next tick is not affected'],
  ),
  logRemindersLost: row(
    'reminders lost, the last try failed',
    ['三次都没能读到 CloudWatch；`reason` 写着原因', 'CloudWatch could not be read three times, see `reason`'],
    ['权限、限流；用不着再次提醒：`reminders: off`', 'permissions, throttling; without reminders: `reminders: off`'],
  ),
  logRemindersPart: row(
    'reminders told without the regions that could not be read',
    ['三次都没能读到某个区域；`unread` 写着是哪个', 'a region could not be read three times; `unread` says which'],
    ['权限，或从 `topicArns` 去掉它', 'its permissions, or take it out of `topicArns`'],
  ),
  logSummaryOld: row(
    'summary lost, tick too old',
    ['Lambda 晚了一小时以上才调用', 'Lambda invoked it more than an hour late'],
    ['不用做什么：下一次照常', 'nothing: the next one comes'],
  ),
  logSummaryPart: row(
    'summary told without what could not be read',
    [
      '某个区域或死信队列读不到，消息里写着是哪个',
      'a region or the dead-letter queue could not be read; the message says which',
    ],
    ['权限，或从 `topicArns` 去掉它', 'its permissions, or take it out of `topicArns`'],
  ),
} as const;
