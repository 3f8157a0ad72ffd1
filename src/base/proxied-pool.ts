import { request as overHttp } from 'node:http';
import { request as overTls } from 'node:https';
import { Socket } from 'node:net';
import { connect } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';
import type { Clock } from './clock.js';
import { decodePercent } from './decode-percent.js';
import { addressOf, type Connected, type DialOptions, HttpsPool } from './https-pool.js';
import { PROXY_VARIABLES } from './proxy-variables.js';

/** Limit for reaching the proxy, and for its answer, milliseconds. */
const TUNNEL_MS = 3000;

/** A proxy that the environment names. */
export interface Proxy {
  /** The variable that names it. */
  readonly variable: string;
  /** Its address, which may hold a password, or `undefined` if it is not a URL. */
  readonly url: URL | undefined;
}

/**
 * Returns the proxy for an https address, or `undefined` if there is none or `NO_PROXY` excludes the address. An address
 * of a proxy without a scheme is http, as for curl.
 */
export function proxyFor(target: URL): Proxy | undefined {
  const variable = PROXY_VARIABLES.find((name) => process.env[name]);
  // The package knows the rules of NO_PROXY. It would take a proxy without a scheme for one that speaks TLS.
  if (variable === undefined || getProxyForUrl(target.href) === '') return undefined;
  const given = process.env[variable]?.trim() ?? '';
  const text = given.includes('://') ? given : `http://${given}`;
  return { variable, url: URL.canParse(text) ? new URL(text) : undefined };
}

/**
 * Connections through a proxy: it is asked for a tunnel (CONNECT), in which TLS runs to the address itself, so that the
 * proxy sees nothing but the host's name.
 */
export class ProxiedPool extends HttpsPool {
  readonly #proxy: URL;
  readonly #clock: Clock;

  /** @param proxy an http or https address, with a user and a password if the proxy asks for them. */
  constructor(clock: Clock, proxy: URL) {
    super(clock);
    this.#clock = clock;
    this.#proxy = proxy;
  }

  protected override dial(options: DialOptions, callback?: Connected): undefined {
    const { host, port, servername, ca, session } = options;
    const secured = {
      host: `${host}`,
      ...(servername && { servername }),
      ...(ca && { ca }),
      ...(session && { session }),
    };
    openTunnel(this.#proxy, `${host}:${port}`, this.#clock).then(
      (socket) => callback?.(null, connect({ ...secured, socket })),
      (error: Error) => callback?.(error, new Socket()),
    );
  }
}

/** Resolves to the connection to a host through a proxy. Rejects with an error whose `code` begins with `PROXY_`. */
function openTunnel(proxy: URL, target: string, clock: Clock): Promise<Socket> {
  const { host, port } = addressOf(proxy);
  const isSecure = proxy.protocol === 'https:';
  const asked = (isSecure ? overTls : overHttp)({
    host,
    port: proxy.port || (isSecure ? port : 80),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...credentials(proxy) },
    agent: false,
  });
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      asked.destroy();
      reject(Object.assign(new Error(`Cannot connect through the proxy: ${why}`), { code: `PROXY_${why}` }));
    };
    const cancel = clock.after(TUNNEL_MS, () => fail('TIMEOUT'));
    asked.once('close', cancel);
    asked.once('connect', ({ statusCode }, socket: Socket) => {
      cancel();
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      fail(`HTTP_${statusCode}`);
    });
    asked.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
    asked.end();
  });
}

function credentials({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const plain = `${decodePercent(username)}:${decodePercent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(plain).toString('base64')}` };
}
