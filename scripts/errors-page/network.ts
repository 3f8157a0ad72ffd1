import { argument } from './command.js';
import { row } from './row.js';

/** Lines of the library and of the command if a message cannot be posted. */
export const NETWORK = {
  libraryProxy: row(
    argument(
      '…',
      '代理的地址必须形如 http://proxy.example.com:3128，…',
      'Cannot use … as it must look like http://proxy.example.com:3128: …',
    ),
    ['`HTTPS_PROXY` 不是网址，或是 `socks5:`', '`HTTPS_PROXY` is not a URL, or `socks5:`'],
    ['用 HTTP 代理；不要代理：`unset HTTPS_PROXY`', 'an HTTP proxy; or none: `unset HTTPS_PROXY`'],
  ),
  libraryProxyUser: row(
    ['异常：网络错误，PROXY_HTTP_407', 'Exception: Network error: PROXY_HTTP_407'],
    ['代理要用户名和密码', 'the proxy asks for user and password'],
    [
      '`HTTPS_PROXY=http://user:password@proxy…`；特殊字符写成 `%40` 的形式',
      '`HTTPS_PROXY=http://user:password@proxy…`, with special characters as `%40`',
    ],
  ),
  libraryProxyRefuses: row(
    ['异常：网络错误，PROXY_HTTP_…', 'Exception: Network error: PROXY_HTTP_…'],
    ['代理不放行这个主机', 'the proxy does not let this host pass'],
    ['请管理员放行 `qyapi.weixin.qq.com:443`', 'have `qyapi.weixin.qq.com:443` allowed'],
  ),
  libraryProxyAway: row(
    ['异常：网络错误，PROXY_…', 'Exception: Network error: PROXY_…'],
    [
      '连不上代理本身（`PROXY_ECONNREFUSED`、`PROXY_TIMEOUT`）',
      'the proxy itself cannot be reached (`PROXY_ECONNREFUSED`, `PROXY_TIMEOUT`)',
    ],
    [
      '核对 `HTTPS_PROXY` 的主机和端口；内网主机写进 `NO_PROXY`',
      'check host and port of `HTTPS_PROXY`; hosts within go into `NO_PROXY`',
    ],
  ),
  libraryCertificate: row(
    [
      '异常：网络错误，…：对方的证书不受信任；网络会拦截 TLS 时，请把其 CA 证书（PEM 文件）的路径设为环境变量 NODE_EXTRA_CA_CERTS',
      'Exception: Network error: …: the certificate is not trusted. If the network intercepts TLS, set NODE_EXTRA_CA_CERTS to a PEM file with its CA certificate',
    ],
    ['公司的网络拦截 TLS', "the company's network intercepts TLS"],
    [
      '`NODE_EXTRA_CA_CERTS=/path/to/ca.pem`（启动 Node 之前）',
      '`NODE_EXTRA_CA_CERTS=/path/to/ca.pem`, before Node starts',
    ],
  ),
  libraryUnreachable: row(
    ['异常：网络错误，…', 'Exception: Network error: …'],
    ['连不上', 'it cannot be reached'],
    [
      '检查地址、网络、`HTTPS_PROXY`；退出码 3：稍后再试',
      'check address, network, `HTTPS_PROXY`; exit code 3: try again',
    ],
  ),
  libraryBusy: row(
    ['异常：服务器暂时不可用，HTTP …', 'Exception: The server is temporarily unavailable: HTTP …'],
    ['企业微信、代理或入口一时不可用', 'WeCom, a proxy or the door is not available for now'],
    ['稍后再试', 'try again later'],
  ),
  libraryOutOfTime: row(
    ['异常：剩余时间不足，未发送', 'Exception: Not sent: too little time left'],
    ['`timeoutMs` 用完之前没有轮到它', 'its turn came when `timeoutMs` was nearly over'],
    ['`timeoutMs` 写大，或少发', 'a longer `timeoutMs`, or fewer messages'],
  ),
  libraryPartly: row(
    ['异常：只发出了一部分，…', 'Exception: Only part of it was sent: …'],
    [
      '消息已显示，提醒人的那一条失败了（markdown 不能按手机号提醒，另发一条）',
      'the message is shown, and the one that mentions people failed (markdown mentions nobody by mobile, so another message does)',
    ],
    ['不要重发整条；需要时自己提醒', 'do not send it all again; mention them yourself'],
  ),
  libraryUnreadable: row(
    ['异常：无法解析企业微信的响应，HTTP …', "Exception: Cannot read WeCom's answer: HTTP …"],
    [
      '中间有别的东西代为应答，如登录页；消息也许已经显示',
      'something on the way answers, such as a login page; it may have been shown',
    ],
    ['看看群里；检查网络和代理', 'look into the group; check network and proxy'],
  ),
} as const;
