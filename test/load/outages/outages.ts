import type { Cut } from '../../../local/net/client-network.js';
import type { SecretError } from '../../../local/secrets-manager/secret-store.js';
import { SECRET, SECRET_ID, type World } from './world.js';

/** Servers with certificates that no client may accept, by their ports. */
export interface BadServers {
  readonly foreign: number;
  readonly expired: number;
  /** No one listens there. */
  readonly closed: number;
}

/** One way in which messages are shown no more. */
export interface Outage {
  readonly title: string;
  readonly begin: (world: World, servers: BadServers) => void;
  /** Set if it is heard only when a message waits: what the heartbeat cannot see. */
  readonly isUnheardAtNight?: true;
}

const secret =
  (error: SecretError, message?: string): Outage['begin'] =>
  ({ secretsManager }) =>
    secretsManager.setSecret(SECRET_ID, { error, ...(message !== undefined && { message }) });
const secretText =
  (text: string): Outage['begin'] =>
  ({ secretsManager }) =>
    secretsManager.setSecret(SECRET_ID, text);

const portOf = (url: string): number => Number(new URL(url).port);
const wecomPort = ({ wecom }: World): number => portOf(wecom.baseUrl);
const cutWecom =
  (cut: Cut): Outage['begin'] =>
  (world) =>
    world.network.set(wecomPort(world), cut);
const cutAll =
  (cut: Cut): Outage['begin'] =>
  (world) => {
    const { network, sqs, secretsManager } = world;
    for (const port of [wecomPort(world), portOf(sqs.endpoint), portOf(secretsManager.endpoint)])
      network.set(port, cut);
  };
const wecomAt =
  (server: keyof BadServers): Outage['begin'] =>
  (world, servers) =>
    world.network.set(wecomPort(world), servers[server]);
/** A setting that the function refuses when it starts. */
const BROKEN = { TIME_ZONE: 'Nowhere' };

export const OUTAGES: readonly Outage[] = [
  { title: 'secret missing', begin: secret('ResourceNotFoundException') },
  { title: 'secret denied', begin: secret('AccessDeniedException') },
  { title: 'secret scheduled for deletion', begin: secret('InvalidRequestException') },
  { title: 'secret invalid: not a key', begin: secretText('not a key') },
  { title: 'secret invalid: no default robot', begin: secretText('{"robots":{}}') },
  { title: 'KMS denied', begin: secret('AccessDeniedException', 'Access to KMS is not allowed') },
  { title: 'Secrets Manager down', begin: secret('InternalServiceError') },
  { title: 'no DNS: WeCom', begin: cutWecom('no DNS') },
  { title: 'no DNS: all', begin: cutAll('no DNS') },
  { title: 'no route: WeCom', begin: cutWecom('no route') },
  { title: 'no route: all', begin: cutAll('no route') },
  { title: 'certificate foreign', begin: wecomAt('foreign') },
  { title: 'certificate expired', begin: wecomAt('expired') },
  {
    title: 'SQS denied: notify sends',
    begin: ({ sqs }) => sqs.faults.keep({ kind: 'AccessDenied', of: 'SendMessage' }),
  },
  {
    title: 'SQS denied: Lambda receives',
    begin: ({ sqs }) => sqs.faults.keep({ kind: 'AccessDenied', of: 'ReceiveMessage' }),
  },
  {
    title: 'SQS denied: deliver changes and deletes',
    begin: ({ sqs }) => {
      for (const of of ['ChangeMessageVisibility', 'DeleteMessage'] as const)
        sqs.faults.keep({ kind: 'AccessDenied', of });
    },
  },
  { title: 'deliver dies at init', begin: ({ replace }) => replace('deliver', BROKEN) },
  { title: 'notify dies at init', begin: ({ replace }) => replace('notify', BROKEN) },
  {
    title: 'both die at init',
    begin: ({ replace }) => {
      replace('notify', BROKEN);
      replace('deliver', BROKEN);
    },
  },
  { title: 'deliver throttled', begin: ({ lambdaFaults }) => lambdaFaults.keep({ kind: 'throttle', of: 'deliver' }) },
  { title: 'notify throttled', begin: ({ lambdaFaults }) => lambdaFaults.keep({ kind: 'throttle', of: 'notify' }) },
  { title: 'WeCom down: nothing listens', begin: wecomAt('closed') },
  { title: 'WeCom down: 502', begin: ({ wecom }) => wecom.faults.keep({ kind: 'html-502' }), isUnheardAtNight: true },
  { title: 'WeCom down: errcode -1', begin: ({ wecom }) => wecom.faults.keep({ kind: -1 }), isUnheardAtNight: true },
  { title: 'WeCom down: resets', begin: ({ wecom }) => wecom.faults.keep({ kind: 'reset' }), isUnheardAtNight: true },
];

/** Ends every outage. */
export function mend({ secretsManager, sqs, wecom, lambdaFaults, network, replace }: World): void {
  secretsManager.setSecret(SECRET_ID, SECRET);
  for (const { faults } of [sqs, wecom]) faults.clear();
  lambdaFaults.clear();
  network.mend();
  replace('notify');
  replace('deliver');
}
