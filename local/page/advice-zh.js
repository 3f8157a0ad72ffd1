/**
 * The function's advice in Chinese, by its English, which is the log's language.
 * @type {Readonly<Record<string, string>>}
 */
export const ADVICE_ZH = {
  'it is for an API Gateway authorizer: connect the function as an integration':
    '这是 API Gateway 授权方的事件：请把函数接成集成',
  'it is a WebSocket event: use a REST or HTTP API': '这是 WebSocket 事件：请用 REST API 或 HTTP API',
  'it asks to confirm an SNS subscription, which is never done here: subscribe the function itself to the topic':
    '这是 SNS 的订阅确认请求，这里从不确认：请让函数本身订阅主题',
  'it is an SNS HTTPS delivery: subscribe the function itself to the topic':
    '这是 SNS 以 HTTPS 投递的消息：请让函数本身订阅主题',
  'it comes from VPC Lattice: use a REST or HTTP API': '它来自 VPC Lattice：请用 REST API 或 HTTP API',
  'it comes from CloudFront: use a REST or HTTP API': '它来自 CloudFront：请用 REST API 或 HTTP API',
  'it is a CloudFormation custom resource': '这是 CloudFormation 自定义资源的请求',
  'it is a Cognito trigger': '这是 Cognito 触发器的事件',
  'it is for an AWS Config rule: use the EventBridge event of the compliance change':
    '这是给 AWS Config 规则的：请用合规变化的 EventBridge 事件',
  'it is a CodePipeline job: use a notification rule or EventBridge instead':
    '这是 CodePipeline 的作业：请改用通知规则或 EventBridge',
  'it is a batch from a data stream: send messages for people through SNS or EventBridge':
    '这是数据流的一批记录：给人看的消息请经 SNS 或 EventBridge 发送',
  'it is a batch from Kafka (MSK), a data stream: send messages for people through SNS or EventBridge':
    '这是 Kafka（MSK）数据流的一批记录：给人看的消息请经 SNS 或 EventBridge 发送',
  'it is a batch from a message broker of Amazon MQ: send messages for people through SNS or EventBridge':
    '这是 Amazon MQ 消息代理的一批消息：给人看的消息请经 SNS 或 EventBridge 发送',
  'it is for a Firehose transformation: subscribe the function to the topic or the bus itself':
    '这是给 Firehose 数据转换的：请让函数直接订阅主题或总线',
  'it is for a transformation of Kinesis Data Analytics': '这是给 Kinesis Data Analytics 数据转换的',
  'it is a task of S3 Batch Operations': '这是 S3 批量操作的任务',
  'it is for the rotation of a secret': '这是轮换 Secret 的请求',
  'its "Records" carry no messages for people': '它的 Records 里没有给人看的消息',
  'it is a list, as EventBridge Pipes sends: let its input template make {"push_message": …} of each element':
    '这是一个列表，像 EventBridge Pipes 发来的：请用输入模板把每个元素变成 {"push_message": …}',
  'it is the test event of an S3 notification': '这是 S3 通知的测试事件',
  'it is the test notification of an Auto Scaling group': '这是 Auto Scaling 组的测试通知',
  'it is the console\'s test template: try {"push_message": "hello"}':
    '这是控制台的测试模板：请试 {"push_message": "你好"}',
  'it is empty': '它是空的',
};

/**
 * Returns the advice at the end of the function's error in Chinese, or an empty text if it gives none.
 * @param {string} error in English
 */
export function adviceInChinese(error) {
  return Object.entries(ADVICE_ZH).find(([advice]) => error.endsWith(`(${advice})`))?.[1] ?? '';
}
