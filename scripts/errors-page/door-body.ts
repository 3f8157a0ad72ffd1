import { invalid } from './door.js';
import { row } from './row.js';

/** Answers of the HTTPS door to what it cannot read, their status first. */
export const DOOR_BODY = {
  doorEmpty: row(
    invalid(
      400,
      'push_message',
      'Cannot send push_message as it must contain something to read: current value has nothing…',
    ),
    ['消息是空的', 'the message is empty'],
    ['模板里的变量有值吗？', "has the template's variable a value?"],
  ),
  doorText: row(
    invalid(400, 'push_message', 'Cannot send push_message as it must be a string: current value is …'),
    ['消息是对象、数字，或没有', 'it is an object, a number, or missing'],
    ['写成文本；想原样展示任何 JSON，直接发送它', 'make it a text; any JSON is shown if it is sent by itself'],
  ),
  doorUnicode: row(
    invalid(400, 'push_message', 'Cannot send push_message as it must …: current value has …'),
    ['有半个 emoji（被截断），或 U+0000', 'half an emoji, as if it was cut, or U+0000'],
    ['按字符截断，不按字节', 'cut by characters, not by bytes'],
  ),
  doorLong: row(
    '413 {…"field":"push_message","reason":"Cannot send push_message as it must fit into … messages (about …): current size is …"}',
    ['太长', 'it is too long'],
    ['只发摘要和链接', 'send a summary and a link'],
  ),
  doorBytes: row(
    invalid(413, 'body', 'Cannot read the body as it may have at most … bytes: current value has …'),
    ['请求体太大', 'the body is too large'],
    ['发送方少发一些（Alertmanager：`max_alerts`）', 'have the sender send less (Alertmanager: `max_alerts`)'],
  ),
  doorJson: row(
    invalid(400, 'body', 'Cannot read the body as JSON: current value is invalid…'),
    [
      'JSON 写错了：文本里的引号没有转义，或被截断（多余的逗号、未转义的换行会自动修正）',
      'broken JSON: a quote in a text that is not escaped, or it was cut (a comma too many and raw line breaks are repaired)',
    ],
    [
      '用程序生成 JSON（`jq -n --arg`），不要拼接；或按表单、纯文本发送',
      'make it by a program (`jq -n --arg`), not by hand; or send a form, or plain text',
    ],
  ),
  doorMultipart: row(
    invalid(400, 'body', 'Cannot read the body as multipart/form-data: current value is invalid'),
    ['`Content-Type` 缺少 boundary，或请求体不完整', '`Content-Type` lacks its boundary, or the body is cut'],
    ['不要自己写这个头，让客户端写', 'leave that header to the client'],
  ),
  doorEncoding: row(
    invalid(415, 'body', 'Cannot read the body as its Content-Encoding must be one of …'),
    ['压缩格式不支持', 'the compression is unknown'],
    ['用 gzip，或不压缩', 'gzip, or none'],
  ),
  doorInflate: row(
    invalid(400, 'body', 'Cannot read the body as it must be …: it cannot be decompressed'),
    ['写了 `Content-Encoding`，请求体却没有压缩', 'the header says so, and the body is not compressed'],
    ['去掉这个头', 'drop the header'],
  ),
  doorCharset: row(
    invalid(415, 'body', 'Cannot read the body as its charset must be one that browsers know: …'),
    ['`Content-Type` 里的 charset 不认识', 'an unknown charset in `Content-Type`'],
    ['用 utf-8', 'utf-8'],
  ),
  doorBytesOf: row(
    invalid(400, 'body', 'Cannot read the body as it must be …: current value is bytes that are not'),
    ['编码与声明的不符，常见的是 GBK 没有写明', 'it is in another charset than it says, mostly GBK'],
    ['`Content-Type: …; charset=gbk`，或改用 utf-8', '`Content-Type: …; charset=gbk`, or utf-8'],
  ),
  doorUnknown: row(
    invalid(400, 'body', 'Cannot read the body as it is neither a known event nor a known payload: current value is …'),
    ['空的，或不该发到这里；括号里有建议', 'it is empty, or belongs elsewhere; the brackets say where'],
    ['按括号里的办', 'as the brackets say'],
  ),
  doorSns: row(
    invalid(
      400,
      'x-amz-sns-message-type',
      'Cannot read an SNS HTTPS delivery as SNS is accepted through Lambda only: subscribe the function itself to the topic',
    ),
    ['SNS 的 HTTPS 订阅', 'a subscription of SNS by HTTPS'],
    ['主题写进 `topicArns`，或让函数订阅它', 'put the topic into `topicArns`, or subscribe the function'],
  ),
  doorId: row(
    invalid(400, '…', 'Cannot use … as an id has at most … bytes and no control characters: current value is …'),
    ['`Idempotency-Key` 太长', '`Idempotency-Key` is too long'],
    ['用 UUID', 'a UUID'],
  ),
  doorWecom: row(
    invalid(
      400,
      'msgtype',
      'Cannot send the WeCom message as WeCom would refuse it: current value gives errcode … (…)',
    ),
    ['企业微信格式的消息违反它的规则', "a message in WeCom's own form breaks WeCom's rules"],
    ['见下面的企业微信错误码', "see WeCom's errcodes below"],
  ),
  doorOther: row(
    '400 {"code":9499,"data":{},"msg":"Cannot read the body as a message of …: current value is …"}',
    [
      '飞书的地址，收到的不是飞书的消息（Slack 的地址只返回 `invalid_payload`）',
      "Feishu's address, and a body of another kind (Slack's answers `invalid_payload`)",
    ],
    ['任意内容用 `POST /push`', '`POST /push` takes any body'],
  ),
} as const;
