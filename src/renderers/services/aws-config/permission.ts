import { arrayAt, isObject, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';

/** A rule of a security group. */
export interface Permission {
  readonly inbound: boolean;
  readonly protocol: string;
  /** `22`, `8000-8100`; empty for all. */
  readonly ports: string;
  /** The addresses, groups and prefix lists it is about. */
  readonly peers: readonly string[];
}

/** Lists of a rule's peers, each an address or an object that holds one. */
const PEERS = ['ipRanges', 'ipv4Ranges', 'ipv6Ranges', 'userIdGroupPairs', 'prefixListIds'];
const PEER_KEYS = ['cidrIp', 'cidrIpv6', 'groupId', 'prefixListId'];

/** Returns the rules in the value of a changed property: one rule, a list of them, or a group that holds both lists. */
export function permissionsIn(key: string, value: unknown): readonly Permission[] {
  const own = /(?:^|\.)IpPermissions(Egress)?(?:\.\d+)?$/i.exec(key);
  if (own !== null) return listOf(value).map((rule) => permissionOf(rule, own[1] === undefined));
  return [
    ...arrayAt(value, 'ipPermissions').map((rule) => permissionOf(rule, true)),
    ...arrayAt(value, 'ipPermissionsEgress').map((rule) => permissionOf(rule, false)),
  ];
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? [value] : [];
}

function permissionOf(rule: unknown, inbound: boolean): Permission {
  const [from = '', to = ''] = [textAt(rule, 'fromPort'), textAt(rule, 'toPort')];
  const peers = PEERS.flatMap((list) => arrayAt(rule, list)).map(peerOf);
  const protocol = textAt(rule, 'ipProtocol') ?? '';
  return {
    inbound,
    protocol: protocol === '-1' ? '' : protocol,
    ports: from === '-1' ? '' : from === to || to === '' ? from : `${from}-${to}`,
    peers: [...new Set(peers.filter((peer) => peer !== undefined))],
  };
}

function peerOf(peer: unknown): string | undefined {
  return typeof peer === 'string' ? peer : PEER_KEYS.map((key) => textAt(peer, key)).find((text) => text !== undefined);
}

/** Returns `入站 tcp 22 ← 0.0.0.0/0`. */
export function permissionText({ inbound, protocol, ports, peers }: Permission, { security }: Words): string {
  const way = security.direction[inbound ? 'INBOUND' : 'OUTBOUND'];
  const what = protocol === '' ? security.allTraffic : `${protocol} ${ports}`.trim();
  return `${way} ${what} ${inbound ? '←' : '→'} ${peers.join(' ')}`.trim();
}
