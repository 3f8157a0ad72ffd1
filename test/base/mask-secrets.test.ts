import { expect, test } from 'vitest';
import { isSignedUrl, maskMobile, maskSecrets } from '../../src/base/mask-secrets.js';

test.each([
  ['13800138000', '138****8000'],
  ['+8613800138000', '+86138****8000'],
  ['123456', '****56'],
  ['12345678', '****5678'],
])('maskMobile: %s is shown as %s', (mobile, shown) => {
  expect(maskMobile(mobile)).toBe(shown);
});

test.each([
  ['https://user:secret@example.com/', true],
  ['https://example.com/?token=abcdefgh', true],
  ['https://example.com:8000/app/@go?sid=7', false],
  ['https://example.com/@user:name', false],
  ['https://user:80/secret@example.com', false],
])('isSignedUrl: %s: %j', (url, isSigned) => {
  expect(isSignedUrl(url)).toBe(isSigned);
});

const SECRET = 'SECRETsecret12345';

test.each([
  [`https://g.example.com/x?private_token=${SECRET}`, 'https://g.example.com/x?private_token=***'],
  [`https://g.example.com/x?a=1&job_token=${SECRET}`, 'https://g.example.com/x?a=1&job_token=***'],
  [`https://g.example.com/x#access_token=${SECRET}`, 'https://g.example.com/x#access_token=***'],
  [`clientSecret=${SECRET} DB_PASSWORD=hunter2`, 'clientSecret=*** DB_PASSWORD=***'],
  [`AWS_SECRET_ACCESS_KEY=${SECRET}`, 'AWS_SECRET_ACCESS_KEY=***'],
  [`X-Gitlab-Token: ${SECRET}`, 'X-Gitlab-Token: ***'],
  [`PRIVATE-TOKEN:${SECRET}`, 'PRIVATE-TOKEN:***'],
  ['password: hunter2', 'password: ***'],
  ['密码：hunter2，密码: hunter2', '密码：***，密码: ***'],
  [`{"password":"${SECRET}","user":"li"}`, '{"password":"***","user":"li"}'],
  [`{\\"api_key\\": \\"${SECRET}\\"}`, '{\\"api_key\\": \\"***\\"}'],
  [`Authorization: token ${SECRET}`, 'Authorization: token ***'],
  [`Authorization: Bearer ${SECRET}`, 'Authorization: Bearer ***'],
  ['https://open.feishu.cn/open-apis/bot/v2/hook/9f3c1d1b-5a7e', 'https://open.feishu.cn/open-apis/bot/v2/hook/***'],
  [`https://hooks.slack.com/services/T0/B0/${SECRET}`, 'https://hooks.slack.com/services/***'],
  [`https://discord.com/api/webhooks/1/${SECRET}`, 'https://discord.com/api/webhooks/***'],
  [`https://api.telegram.org/bot1:${SECRET}/sendMessage`, 'https://api.telegram.org/bot***'],
  ['npm_AAAABBBBCCCCDDDDEEEEFFFF', '***'],
  ['dckr_pat_AAAABBBBCCCC', '***'],
  ['hvs.CAESIAAAABBBBCCCC', '***'],
  ['https://ci.example.com/-/jobs/glpat-AAAABBBBCCCC', 'https://ci.example.com/-/jobs/***'],
  ['value=ghp_AAAABBBBCCCCDDDD', 'value=***'],
])('maskSecrets: %s is shown as %s', (text, shown) => {
  expect(maskSecrets(text)).toBe(shown);
  expect(maskSecrets(shown)).toBe(shown);
});

test.each([
  ['电话13800138000请回电', '电话138****8000请回电'],
  ['tel:+8613800138000', 'tel:+86138****8000'],
  ['tel13800138000x', 'tel138****8000x'],
  ['user_id_13800138000', 'user_id_138****8000'],
  ['0000-13800138000-0000', '0000-138****8000-0000'],
])('maskSecrets: the mobile in %s is masked', (text, shown) => {
  expect(maskSecrets(text)).toBe(shown);
});

test.each([
  '4c4718e9-47ea-4181-bf43-19497683829d',
  'sg-0b13800138000cafe',
  'e19497683829da0f1f2e3d4c5b6a79880716253e',
  '2026/11/30/[$LATEST]a13800138000b4d4b6a3a47469a4d00c',
  'Root=1-5759e988-bd13800138000be46a994272',
])('maskSecrets: the id %s stays whole', (text) => {
  expect(maskSecrets(text)).toBe(text);
});

test.each([
  'token: expired, password: incorrect',
  'the secret of checkout has 3 keys',
  'password policy: 12 characters',
  'https://example.com/list?page_token=abcdefgh12',
  'npm_lifecycle_event is unset',
  'https://hooks.slack.com/services/',
  'Token expired at 2026-11-22T11:50:12Z',
  'arn:aws:sns:cn-north-1:111122223333:alarms',
])('maskSecrets: %s holds no secret', (text) => {
  expect(maskSecrets(text)).toBe(text);
});
