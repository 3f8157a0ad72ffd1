import type { ServerResponse } from 'node:http';
import type { Clock } from '../../src/base/clock.js';
import { FAULTS } from './faults.js';
import type { Reply } from './service.js';

const JSON_TYPE = 'application/json; charset=UTF-8';

/** Writes a business answer: always HTTP 200. */
export function writeJson(response: ServerResponse, body: object): void {
  const json = JSON.stringify(body);
  response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(json) }).end(json);
}

/** Writes the page that a gateway in front of WeCom returns if it cannot reach it. */
function writePage(response: ServerResponse, status: number): void {
  const page = `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`;
  response.writeHead(status, { 'content-type': 'text/html' }).end(page);
}

/** Writes the first half of an answer, then closes the connection. */
function writeHalf(response: ServerResponse, body: object): void {
  const json = JSON.stringify(body);
  response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(json) });
  response.write(json.slice(0, json.length / 2), () => response.socket?.destroySoon());
}

/** Answers a call of `webhook/send`, or does what the fault demands. */
export function writeReply(response: ServerResponse, { answer, fault }: Reply, clock: Clock): void {
  const effect = fault === undefined || typeof fault === 'number' ? 'none' : FAULTS[fault].effect;
  if (effect === 'none') writeJson(response, answer);
  else if (effect === 'errcode as text') writeJson(response, { ...answer, errcode: String(answer.errcode) });
  else if (effect === 'half an answer') writeHalf(response, answer);
  else if (effect === 'reset') response.socket?.destroy();
  else if (effect !== 'silence' && 'status' in effect) writePage(response, effect.status);
  else if (effect !== 'silence') clock.after(effect.lateMs, () => writeJson(response, answer));
  // The only effect left is silence: nothing is written, and the client decides how long it waits.
}
