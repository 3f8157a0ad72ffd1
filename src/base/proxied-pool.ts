import { request as overHttp } from 'node:http';
import { request as overTls, type RequestOptions } from 'node:https';
import { isIPv6, Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { connect } from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';
import type { Clock } from './clock.js';
import { decodePercent } from './decode-percent.js';
import { addressOf, type Connected, type DialOptions, HttpsPool } from './https-pool.js';
import { PROXY_VARIABLES } from './proxy-variables.js';
import { isUntrustedCertificate } from './untrusted-certificate.js';

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
  /** Gives up the tunnel that was begun last. */
  #giveUp: (() => void) | undefined;

  /** @param proxy an http or https address, with a user and a password if the proxy asks for them. */
  constructor(clock: Clock, proxy: URL) {
    super(clock);
    this.#clock = clock;
    this.#proxy = proxy;
  }

  /** Begins a request. If it is destroyed before there is a tunnel, nobody waits for that either, nor does the process. */
  override request(options: RequestOptions): Writable {
    const sent = super.request(options);
    const giveUp = this.#takeGiveUp();
    // Of a request that ends without a connection, Node tells an agent when there is one.
    if (giveUp) {
      const destroy = sent.destroy.bind(sent);
      sent.destroy = (error) => {
        giveUp();
        return destroy(error);
      };
    }
    return sent;
  }

  #takeGiveUp(): (() => void) | undefined {
    const giveUp = this.#giveUp;
    this.#giveUp = undefined;
    return giveUp;
  }

  protected override dial(options: DialOptions, callback?: Connected): undefined {
    const { host, port, servername, ca, session } = options;
    const secured = {
      host: `${host}`,
      ...(servername && { servername }),
      ...(ca && { ca }),
      ...(session && { session }),
    };
    const target = `${isIPv6(`${host}`) ? `[${host}]` : host}:${port}`;
    const { socket, giveUp } = openTunnel(this.#proxy, target, this.#clock);
    this.#giveUp = giveUp;
    socket.then(
      (tunnel) => callback?.(null, connect({ ...secured, socket: tunnel })),
      (error: Error) => callback?.(error, new Socket()),
    );
  }
}

/** A connection to a host through a proxy. */
interface Tunnel {
  /** Rejects with an error whose `code` begins with `PROXY_`, or names what is wrong with the proxy's own certificate. */
  readonly socket: Promise<Socket>;
  /** Ends it if the proxy has not answered yet. */
  giveUp(): void;
}

function openTunnel(proxy: URL, target: string, clock: Clock): Tunnel {
  const { host, port, servername } = addressOf(proxy);
  const isSecure = proxy.protocol === 'https:';
  const asked = (isSecure ? overTls : overHttp)({
    host,
    port: proxy.port || (isSecure ? port : 80),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...credentials(proxy) },
    // Without a name, Node would take that of the header.
    ...(isSecure && { servername }),
    agent: false,
  });
  let giveUp = (): void => {};
  const socket = new Promise<Socket>((resolve, reject) => {
    const fail = (why: string): void => {
      asked.destroy();
      const code = isUntrustedCertificate(why) ? why : `PROXY_${why}`;
      reject(Object.assign(new Error(`Cannot connect through the proxy: ${why}`), { code }));
    };
    giveUp = () => fail('ABORTED');
    const cancel = clock.after(TUNNEL_MS, () => fail('TIMEOUT'));
    asked.once('close', cancel);
    asked.once('connect', ({ statusCode }, tunnel: Socket) => {
      cancel();
      giveUp = () => {};
      if (statusCode === 200) return resolve(tunnel);
      tunnel.destroy();
      fail(`HTTP_${statusCode}`);
    });
    asked.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
    asked.end();
  });
  return { socket, giveUp: () => giveUp() };
}

function credentials({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const plain = `${decodePercent(username)}:${decodePercent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(plain).toString('base64')}` };
}
