import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../src/cli/world.js';
import { createFakeClock } from '../support/fake-clock.js';
import { type, URL } from './type-command.js';

/** A door that answers so, and the requests that came. */
function door(status: number, body: object | string) {
  const requests: Parameters<Fetch>[] = [];
  const fetch: Fetch = async (...request) => {
    requests.push(request);
    return { status, text: async () => (typeof body === 'string' ? body : JSON.stringify(body)) };
  };
  return { fetch, requests };
}

describe('pushThroughDoor', () => {
  const push = (answer: ReturnType<typeof door>, url = URL) =>
    type(['push', 'a', '--url', url], { env: { WECOM_TOKEN: 'the-token' }, fetch: answer.fetch });

  it('posts the four parameters with the token, and an id of its own', async () => {
    const answer = door(202, { status: 'queued' });
    await push(answer);
    const [[url, request] = []] = answer.requests;
    expect(url).toBe(URL);
    expect(request).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer the-token', 'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/) },
      redirect: 'error',
    });
  });

  it.each([
    ['https://robot.example.com', URL],
    ['https://robot.example.com/', URL],
    ['https://robot.example.com/push/', URL],
    ['https://robot.example.com/prod', 'https://robot.example.com/prod/push'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/push'],
  ])('%s is the door at %s', async (url, asked) => {
    const answer = door(200, { status: 'delivered' });
    await push(answer, url);
    expect(answer.requests[0]?.[0]).toBe(asked);
  });

  it.each<[number, object | string, number, string]>([
    [200, { status: 'delivered' }, 0, '信息：企业微信机器人推送成功。'],
    [202, { status: 'queued' }, 0, '信息：消息已进入发送队列。'],
    [200, { status: 'dropped' }, 0, '信息：按路由规则，消息未发送。'],
    [502, { status: 'refused', reason: '机器人已停用' }, 1, '错误：企业微信机器人推送失败，原因：机器人已停用'],
    [502, { status: 'refused' }, 1, '错误：企业微信机器人推送失败，原因：HTTP 502'],
    [400, { status: 'invalid', field: 'robot', reason: 'Cannot' }, 2, '错误：参数 robot 无效，HTTP 400\nCannot'],
    [413, { status: 'invalid', field: 'body', reason: 'at "王芳"' }, 2, '错误：参数 body 无效，HTTP 413\nat "王芳"'],
    [503, { status: 'unavailable', reason: '稍后' }, 3, '异常：稍后'],
    [504, { status: 'unconfirmed', reason: '无应答' }, 3, '异常：无应答'],
    [401, { status: 'unauthorized' }, 1, '错误：企业微信机器人推送失败，原因：服务器拒绝了请求，HTTP 401'],
    [403, '{"Message":null}', 1, '错误：企业微信机器人推送失败，原因：服务器拒绝了请求，HTTP 403'],
    [200, '<html>', 1, '错误：企业微信机器人推送失败，原因：服务器拒绝了请求，HTTP 200'],
    [429, '{}', 3, '异常：服务器暂时不可用，HTTP 429'],
    [502, '<html>', 3, '异常：服务器暂时不可用，HTTP 502'],
  ])('%i %j: exit code %i', async (httpStatus, body, exitCode, line) => {
    const ended = await push(door(httpStatus, body));
    expect(ended).toEqual({
      exitCode,
      printed: exitCode === 0 ? [line] : [],
      complained: exitCode === 0 ? [] : [line],
    });
  });

  it.each<[number, object, string]>([
    [400, { status: 'invalid', field: 'robot', reason: 'Cannot "王芳"' }, 'Error: bad argument robot: Cannot "王芳"'],
    [502, { status: 'refused', reason: '机器人已停用' }, 'Error: WeCom robot: not pushed: HTTP 502\n机器人已停用'],
    [429, {}, 'Exception: The server is temporarily unavailable: HTTP 429'],
  ])('in English, %i %j: a reason of another language is on a line of its own', async (httpStatus, body, line) => {
    const { fetch } = door(httpStatus, body);
    const env = { WECOM_TOKEN: 'the-token', LANG: 'en_US.UTF-8' };
    expect((await type(['push', 'a', '--url', URL], { env, fetch })).complained).toEqual([line]);
  });

  it('3 where nobody answers, without the address', async () => {
    const refused = Object.assign(new TypeError(`fetch failed ${URL}`), { cause: { code: 'ECONNREFUSED' } });
    const { exitCode, complained } = await push({ requests: [], fetch: () => Promise.reject(refused) });
    expect([exitCode, complained]).toEqual([3, ['异常：网络错误，ECONNREFUSED']]);
  });

  it('3 where no answer comes in 35 s', async () => {
    const clock = createFakeClock();
    const fetch: Fetch = (_, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const ended = type(['push', 'a', '--url', URL], { env: { WECOM_TOKEN: 't' }, fetch, clock });
    await clock.advance(35_000);
    expect(await ended).toMatchObject({ exitCode: 3, complained: ['异常：网络错误，AbortError'] });
  });
});
