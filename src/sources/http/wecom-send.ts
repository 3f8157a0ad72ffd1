import { isObject, type JsonObject, parseObject } from '../../base/json.js';
import { parseLenientJson } from '../../base/lenient-json.js';
import { wecom } from '../../payloads/wecom.js';
import { ERRCODE } from '../../wecom/api/errcodes.js';
import { INVALID_JSON, messageFault } from '../../wecom/api/message-fault.js';
import { authenticate } from './authenticate.js';
import { bodyText, tooLong } from './body-text.js';
import { chooseRobot } from './choose-robot.js';
import { answered, answeringErrors, type Endpoint, type Handled, type HttpContext } from './endpoint.js';
import { payloadContext } from './payload-context.js';
import type { HttpRequest } from './request.js';
import { UNAUTHORIZED } from './respond.js';
import { faultReply, inWecomForm, wecomReplyToOutcomes } from './wecom-reply.js';

/** Longest body with an image, in bytes: an image of 2 MiB is 2.7 MiB in base64. */
const MAX_IMAGE_BODY_BYTES = 3 * 1024 * 1024;
/** Recognises an image without parsing. */
const IMAGE = /["']msgtype["']\s{0,9}:\s{0,9}["']image["']/;

/**
 * `POST /cgi-bin/webhook/send?key=<token>[&robot=dba]`: a drop-in replacement for WeCom's webhook. A tool that accepts another
 * host than WeCom's gains the queue and a hidden key. A message that WeCom would refuse is refused here with the same errcode.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 */
export const wecomSend: Endpoint = answeringErrors(send, inWecomForm);

/**
 * `POST /cgi-bin/webhook/upload_media`: always refused. A file must be uploaded by the robot that sends it, and callers may not
 * use that robot's key.
 */
export const uploadMedia: Endpoint = () =>
  answered(
    faultReply({
      errcode: ERRCODE.unsupportedApi,
      errmsg: 'upload_media is not supported: send a link, or an image in base64',
    }),
  );

async function send(request: HttpRequest, context: HttpContext): Promise<Handled> {
  const caller = await authenticate(request, context.tokens);
  if (!caller) return answered(inWecomForm(UNAUTHORIZED));
  const message = objectIn(textOf(request, context.maxBodyBytes));
  if (!message || !isWecomMessage(message)) return answered({ ...faultReply(INVALID_JSON), httpStatus: 400 });
  const fault = messageFault(message);
  if (fault) return answered(faultReply(fault));
  const draft = await chooseRobot(wecom.read(message, payloadContext(request, context)), request, caller, context);
  return { drafts: [draft], reply: wecomReplyToOutcomes };
}

/**
 * Returns the text of the body.
 * @throws {InvalidInputError} If it is longer than it may be (413): an image may be longer than anything else.
 */
function textOf(request: HttpRequest, maxBytes: number): string {
  const text = bodyText(request, MAX_IMAGE_BODY_BYTES);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes && !IMAGE.test(text)) throw tooLong(maxBytes, String(bytes));
  return text;
}

/** Returns the object in a text, with the mistakes that scripts make mended. */
function objectIn(text: string): JsonObject | undefined {
  const mended = parseObject(text) ?? parseLenientJson(text);
  return isObject(mended) ? mended : undefined;
}

/** Returns false for a body that was meant for another robot: its sender may check nothing but the HTTP status. */
function isWecomMessage(message: JsonObject): boolean {
  return typeof message['msgtype'] === 'string';
}
