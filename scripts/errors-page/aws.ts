import { row } from './row.js';

/** Errors of AWS that every command tells alike. */
export const AWS = {
  awsNobody: row(
    'Cannot … as there are no AWS credentials: sign in (aws sso login, or aws configure), or name a profile with --profile (…)',
    ['没有凭证', 'there are no credentials'],
    ['登录，或 `--profile`', 'sign in, or `--profile`'],
  ),
  awsExpired: row(
    'Cannot … as the AWS credentials have expired: sign in again (aws sso login), or take new ones (…)',
    ['会话过期', 'the session has ended'],
    ['`aws sso login`，或换新的临时凭证', '`aws sso login`, or new temporary credentials'],
  ),
  awsUnknown: row(
    "Cannot … as this region does not know the AWS credentials: check --profile and --region (China's accounts are apart from all others) (…)",
    ['凭证属于另一个分区，或已停用', 'the credentials belong to another partition, or are inactive'],
    ['换 `--profile` 或 `--region`', 'another `--profile` or `--region`'],
  ),
  awsWrongKey: row(
    'Cannot … as the AWS secret access key is wrong: run aws configure again (…)',
    ['访问密钥抄错了，或两项只换了一项', 'the secret access key is mistyped, or only half of the pair was changed'],
    ['`aws configure`，重新填两项', '`aws configure`, both of the pair'],
  ),
  awsDenied: row(
    'Cannot … as the permission is missing: have it added to your role or user (AccessDenied…)',
    ['没有权限；括号里写着哪一个', 'a permission is missing; the brackets say which'],
    ['请管理员加上', 'have an administrator add it'],
  ),
  awsUnreachable: row(
    'Cannot … as AWS cannot be reached: check the network, a proxy, and the spelling of the region (…)',
    ['网络、代理，或区域名拼错', 'network, proxy, or a misspelt region'],
    ['检查网络；设置 `HTTPS_PROXY`；核对区域', 'check the network, `HTTPS_PROXY`, the region'],
  ),
  awsProxy: row(
    'Cannot … as the proxy of HTTPS_PROXY does not let it pass: check its address and password (PROXY_…)',
    ['代理要密码，或不放行 AWS 的地址', "the proxy asks for a password, or does not let AWS's addresses pass"],
    [
      '`HTTPS_PROXY=http://user:password@proxy…`；请管理员放行 `*.amazonaws.com`（中国区域 `*.amazonaws.com.cn`）',
      '`HTTPS_PROXY=http://user:password@proxy…`; have `*.amazonaws.com` (in China `*.amazonaws.com.cn`) allowed',
    ],
  ),
  awsCertificate: row(
    'Cannot … as the certificate is not trusted: if the network intercepts TLS, set NODE_EXTRA_CA_CERTS to a PEM file with its CA certificate (…)',
    ['公司的网络拦截 TLS', "the company's network intercepts TLS"],
    [
      '`NODE_EXTRA_CA_CERTS=/path/to/ca.pem`（启动命令之前）',
      '`NODE_EXTRA_CA_CERTS=/path/to/ca.pem`, before the command starts',
    ],
  ),
  awsBusy: row(
    'Cannot … as AWS takes no more requests at the moment: try again in a minute (…)',
    ['同一账号的请求太多', 'too many requests of this account'],
    ['一分钟后再试', 'try again in a minute'],
  ),
  awsOther: row(
    'Cannot … as AWS answered …: …',
    ['其他错误，后面是 AWS 的原话', "any other error, in AWS's own words"],
    ['按原话处理', 'as they say'],
  ),
} as const;
