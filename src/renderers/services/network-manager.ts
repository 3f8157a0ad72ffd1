import { parseArn } from '../../aws/arn.js';
import { textAt } from '../../base/json.js';
import type { Renderer } from '../renderer.js';
import { type EventRow, tableRenderer } from '../toolkit/event-table.js';
import type { Verdict } from '../toolkit/verdict.js';

const DOWN: Verdict = ['error', 'connectionDown'];
const UP: Verdict = ['recovery', 'recovered'];

/** Keys in the two spellings that AWS documents. */
const STATE = ['changeType', 'change-type', 'statusChange', 'status-change'];
const DETAILS = ['changeDescription', 'change-description'];

const VPN: EventRow = {
  kind: 'vpnConnection',
  name: ['vpnConnectionArn', 'vpn-connection-arn', 'transitGatewayConnectPeerArn', 'transitGatewayAttachmentArn'],
  state: STATE,
  verdict: {
    'vpn-connection-ipsec-down': DOWN,
    'vpn-connection-ipsec-up': UP,
    'vpn-connection-bgp-down': DOWN,
    'vpn-connection-bgp-up': UP,
    'connect-peer-bgp-down': DOWN,
    'connect-peer-bgp-up': UP,
  },
  fields: [
    ['change', STATE],
    ['outsideIp', ['outsideIpAddress', 'outside-ip-address']],
    ['transitGateway', ['transitGatewayArn', 'transit-gateway-arn']],
  ],
  details: DETAILS,
};

const CHANGE: EventRow = {
  kind: 'network',
  name: [
    ...['vpnConnectionArn', 'vpn-connection-arn', 'vpcArn', 'vpc-arn'],
    ...['transitGatewayAttachmentArn', 'transit-gateway-attachment-arn', 'attachmentArn'],
    ...['transitGatewayArn', 'transit-gateway-arn', 'coreNetworkArn'],
  ],
  state: STATE,
  details: DETAILS,
};

const table = tableRenderer({
  name: 'network-manager',
  service: 'Network Manager',
  sources: ['aws.networkmanager'],
  types: /^Network Manager /,
  rows: {
    'Network Manager Status Update': VPN,
    'Network Manager Topology Change': CHANGE,
    'Network Manager Routing Update': { ...CHANGE, kind: 'route' },
    'Network Manager Segment Update': CHANGE,
    'Network Manager Policy Update': CHANGE,
  },
  other: CHANGE,
});

/**
 * A VPN connection that went down or came up, or a change of a global network. All of its events come from one region; the
 * detail has that of the thing.
 * @see https://docs.aws.amazon.com/network-manager/latest/tgwnm/monitoring-events.html
 */
export const networkManager: Renderer = {
  ...table,
  render(event, context) {
    const thing = parseArn(event.resources.find((resource) => !resource.includes(':global-network/')) ?? '');
    const region = textAt(event.detail, 'region') ?? (thing?.region || event.region);
    return { ...table.render(event, context), region };
  },
};
