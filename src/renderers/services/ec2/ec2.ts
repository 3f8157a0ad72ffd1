import { type ConsolePage, consoleLink } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { arrayAt, getOwn, textAt } from '../../../base/json.js';
import { isRed } from '../../../domain/severity.js';
import type { ResourceKind, Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { type EventState, stateOfText } from '../../toolkit/event-state.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText, type Keys } from '../../toolkit/first-value.js';
import { stateIn } from '../../toolkit/state-table.js';
import { titleOf } from '../../toolkit/title.js';
import { EC2_NEWS, EC2_STATES } from './states.js';

const SOURCES: ReadonlySet<string> = new Set(['aws.ec2', 'aws.ec2fleet', 'aws.ec2spotfleet']);

/** The kind of thing that a detail-type is about, the keys of its name (else the first of `resources`), and its console page. */
type Kind = readonly [type: RegExp, kind: ResourceKind, name: Keys, page?: ConsolePage];

const KINDS: readonly Kind[] = [
  [/^EBS Volume/, 'ebsVolume', [], 'ec2-volume'],
  [
    /^EBS .*Snapshot/,
    'ebsSnapshot',
    ['snapshot_id', 'snapshot-id', 'snapshotId', 'snapshots.0.snapshot_id'],
    'ec2-snapshot',
  ],
  [/^EC2 (AMI|Fast Launch)/, 'ami', ['ImageId', 'imageId'], 'ec2-image'],
  [/^EC2 Spot Fleet/, 'spotFleet', [], 'ec2-spot'],
  [/^EC2 Fleet/, 'ec2Fleet', [], 'ec2-spot'],
  [/^Capacity Block/, 'capacityBlock', 'capacity-reservation-id', 'ec2-capacity-reservation'],
  [/^Future Capacity/, 'capacityRequest', ['future-capacity-request-id', 'capacity-reservation-id']],
  [
    /Capacity Reservation/,
    'capacityReservation',
    ['capacity-reservation-id', 'capacityReservationId'],
    'ec2-capacity-reservation',
  ],
  [/^EC2 Spot Instance Request/, 'spotRequest', 'spot-instance-request-id', 'ec2-spot'],
  [/^EC2 (Spot )?Instance (Interruption|Rebalance)/, 'spotInstance', ['instance-id', 'instance_id'], 'ec2'],
  [/^EC2 Instance /, 'ec2Instance', ['instance-id', 'instance_id'], 'ec2'],
];

/** Kinds that hold or request instances without being one. */
const WITH_INSTANCES: ReadonlySet<Kind[1]> = new Set(['ec2Fleet', 'spotFleet', 'spotRequest']);

const STATE: Keys = ['state', 'State', 'result', 'sub-type'];

/** A kind of event newer than these. */
const OTHER: Kind = [/^/, 'ec2', ['instance-id', 'instance_id']];

/**
 * Amazon EC2: instances, Spot interruptions, fleets, EBS volumes and snapshots, AMIs, capacity reservations.
 * @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ec2.html
 */
export const ec2: Renderer = {
  name: 'ec2',
  matches: ({ detailType, source }) =>
    (SOURCES.has(source) && !detailType.endsWith('via CloudTrail')) || kindOf(detailType) !== undefined,
  render(event, { words, timeZone }: RenderContext): Rendered {
    const { detail, detailType, region } = event;
    const { label, resourceKind } = words;
    const [, kind, keys, page] = kindOf(detailType) ?? OTHER;
    const name = failedSnapshot(event, words) ?? firstText(detail, keys) ?? firstText(event.resources, '0');
    const state = firstText(detail, STATE);
    return {
      ...outcomeOfEvent(detailType, state, words),
      title: titleOf(resourceKind[kind], name),
      fields: [
        field(label.event, eventOf(event)),
        field(label.interruption, interruptionOf(event, words)),
        field(label.instance, WITH_INSTANCES.has(kind) ? firstText(detail, 'instance-id') : undefined),
        field(label.instanceType, firstText(detail, 'description.instanceType')),
        field(label.availabilityZone, firstText(detail, ['description.availabilityZone', 'zone', 'availability-zone'])),
        field(label.source, firstText(detail, 'source')),
        timeField(label.endDate, detail['end-date'], timeZone),
        timeField(label.time, event.occurredAt, timeZone),
      ],
      details: reasonOf(event),
      link: page && consoleLink(page, region, name),
      state,
    };
  },
};

/** Returns the one of several snapshots taken together that failed: it is the news, whichever stands first. */
function failedSnapshot({ detail }: ServiceEvent, words: Words): string | undefined {
  const failed = arrayAt(detail, 'snapshots').find((snapshot) => {
    const outcome = stateOfText(textAt(snapshot, 'status') ?? '', words);
    return outcome !== undefined && isRed(outcome.severity);
  });
  return firstText(failed, 'snapshot_id');
}

function kindOf(detailType: string): Kind | undefined {
  return KINDS.find(([type]) => type.test(detailType));
}

function outcomeOfEvent(detailType: string, state: string | undefined, words: Words): EventState {
  const news = detailType.toLowerCase();
  return Object.hasOwn(EC2_NEWS, news) ? stateIn(EC2_NEWS, news, words) : stateIn(EC2_STATES, state, words, detailType);
}

/** EBS names its events (`createSnapshot`), fleets theirs by a sub-type; if no state tells, the detail-type does. */
function eventOf({ detail, detailType }: ServiceEvent): string | undefined {
  const told = firstText(detail, STATE) !== undefined || Object.hasOwn(EC2_NEWS, detailType.toLowerCase());
  return firstText(detail, ['event', 'sub-type']) ?? (told && kindOf(detailType) ? undefined : detailType);
}

function interruptionOf({ detail }: ServiceEvent, { awsCode, phrase }: Words): string | undefined {
  const action = firstText(detail, 'instance-action');
  if (action === undefined) return undefined;
  return phrase.inTwoMinutes(getOwn<string>(awsCode.interruption, action) ?? action);
}

/** Returns the reason, if it is a sentence: a fleet's description of an instance is JSON. */
function reasonOf({ detail }: ServiceEvent): string | undefined {
  const reason = firstText(detail, ['cause', 'message', 'ErrorMessage', 'stateTransitionReason', 'description']);
  return reason?.startsWith('{') ? undefined : reason;
}
