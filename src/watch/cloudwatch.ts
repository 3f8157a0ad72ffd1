import {
  type AlarmMuteRuleSummary,
  AlarmType,
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  type DescribeAlarmsCommandInput,
  GetAlarmMuteRuleCommand,
  type GetAlarmMuteRuleOutput,
  GetMetricWidgetImageCommand,
  ListAlarmMuteRulesCommand,
  ListTagsForResourceCommand,
  ResourceNotFoundException,
  TagResourceCommand,
} from '@aws-sdk/client-cloudwatch';
import type { AwsSettings } from '../aws/clients.js';
import { tagsIn } from '../aws/tags.js';
import { changesIn } from './alarm/changes-in.js';
import { readDescribed } from './alarm/described-alarm.js';
import type { CloudWatch, Drawing, MuteRule } from './alarm/watched.js';
import { type AskByKind, createAskByKind } from './known-kinds.js';
import { pagesOf } from './pages-of.js';

const PAGE = 100;
/** Most pages of history read at a time: DescribeAlarmHistory answers three calls a second. */
const MAX_HISTORY_PAGES = 20;

/** All that one region's CloudWatch is asked for. */
type CloudWatchReader = CloudWatch & Drawing;

type Client = Pick<CloudWatchClient, 'send'>;
type OfEveryKind = AskByKind<AlarmType>;

/** Creates a reader of one region's alarms and metrics, with a client of these settings. */
export function createCloudWatch(settings: AwsSettings): CloudWatchReader {
  return cloudWatchOf(new CloudWatchClient(settings));
}

/** Returns the reader of one region's alarms and metrics with AWS's client. Its calls reject as the client's do, after its own retries. */
export function cloudWatchOf(client: Client): CloudWatchReader {
  // Answers name metric alarms only, unless they are asked for each kind.
  const ofEveryKind = createAskByKind(Object.values(AlarmType), AlarmType.LogAlarm);
  return {
    ...alarmsBy(client, ofEveryKind),
    ...historyBy(client, ofEveryKind),
    ...muteRulesBy(client),
    ...tagsBy(client),
    ...drawingBy(client),
  };
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
function alarmsBy(client: Client, ofEveryKind: OfEveryKind): Pick<CloudWatch, 'alarms' | 'named'> {
  type Asked = Pick<DescribeAlarmsCommandInput, 'StateValue' | 'AlarmNames'>;
  const described = async (asked: Asked) => {
    const { pages } = await pagesOf((NextToken) =>
      ofEveryKind((AlarmTypes) =>
        client.send(new DescribeAlarmsCommand({ AlarmTypes, MaxRecords: PAGE, NextToken, ...asked })),
      ),
    );
    return pages
      .flatMap(({ MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] }) => [
        ...CompositeAlarms,
        ...MetricAlarms,
        ...LogAlarms,
      ])
      .flatMap((alarm) => readDescribed(alarm) ?? []);
  };
  return {
    alarms: (state) => described(state ? { StateValue: state } : {}),
    named: async (names) => {
      const hundreds = Array.from({ length: Math.ceil(names.length / PAGE) }, (_, page) =>
        described({ AlarmNames: names.slice(page * PAGE, (page + 1) * PAGE) }),
      );
      return (await Promise.all(hundreds)).flat();
    },
  };
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html */
function historyBy(client: Client, ofEveryKind: OfEveryKind): Pick<CloudWatch, 'changes' | 'historyOf'> {
  const latest = { ScanBy: 'TimestampDescending', MaxRecords: PAGE } as const;
  return {
    changes: async (from, to) => {
      const stretch = { StartDate: new Date(from), EndDate: new Date(to) };
      const { pages, isCut } = await pagesOf(
        (NextToken) =>
          ofEveryKind((AlarmTypes) =>
            client.send(
              new DescribeAlarmHistoryCommand({
                ...latest,
                ...stretch,
                AlarmTypes,
                HistoryItemType: 'StateUpdate',
                NextToken,
              }),
            ),
          ),
        MAX_HISTORY_PAGES,
      );
      const items = pages.flatMap(({ AlarmHistoryItems = [] }) => AlarmHistoryItems);
      const cutAt = isCut ? items.at(-1)?.Timestamp?.getTime() : undefined;
      return { history: changesIn(items), ...(cutAt !== undefined && { cutAt }) };
    },
    historyOf: async (AlarmName, to, abortSignal, AlarmContributorId) => {
      const HistoryItemType = AlarmContributorId === undefined ? 'StateUpdate' : 'AlarmContributorStateUpdate';
      const EndDate = new Date(to);
      const { AlarmHistoryItems = [], NextToken } = await ofEveryKind((AlarmTypes) =>
        client.send(
          new DescribeAlarmHistoryCommand({
            ...latest,
            AlarmName,
            AlarmContributorId,
            AlarmTypes,
            HistoryItemType,
            EndDate,
          }),
          abortSignal ? { abortSignal } : {},
        ),
      );
      const transitions = changesIn(AlarmHistoryItems, AlarmContributorId).get(AlarmName) ?? [];
      return { transitions, isCut: NextToken !== undefined };
    },
  };
}

function muteRulesBy(client: Client): Pick<CloudWatch, 'muteRules'> {
  const known = new Map<string, GetAlarmMuteRuleOutput>();
  const read = async ({
    AlarmMuteRuleArn = '',
    LastUpdatedTimestamp: changedAt,
    Status,
  }: AlarmMuteRuleSummary): Promise<MuteRule> => {
    const key = `${AlarmMuteRuleArn} ${changedAt?.getTime()}`;
    const AlarmMuteRuleName = ruleName(AlarmMuteRuleArn);
    const rule = known.get(key) ?? (await client.send(new GetAlarmMuteRuleCommand({ AlarmMuteRuleName })));
    // Its own words are read once, and again if it was changed.
    if (changedAt) known.set(key, rule);
    const { Name = '', MuteTargets, Rule } = rule;
    const alarmNames = MuteTargets?.AlarmNames ?? [];
    return { name: Name, alarmNames, isActive: Status === 'ACTIVE', schedule: Rule?.Schedule };
  };
  return {
    muteRules: async () => {
      const { pages } = await pagesOf((NextToken) => client.send(new ListAlarmMuteRulesCommand({ NextToken })));
      return Promise.all(pages.flatMap(({ AlarmMuteRuleSummaries = [] }) => AlarmMuteRuleSummaries).map(read));
    },
  };
}

function tagsBy(client: Client): Pick<CloudWatch, 'tags' | 'tag'> {
  return {
    tags: async (ResourceARN, abortSignal) => {
      try {
        const asked = new ListTagsForResourceCommand({ ResourceARN });
        return tagsIn((await client.send(asked, abortSignal ? { abortSignal } : {})).Tags);
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return {};
        throw error;
      }
    },
    tag: async (ResourceARN, Key, Value) => {
      await client.send(new TagResourceCommand({ ResourceARN, Tags: [{ Key, Value }] }));
    },
  };
}

function drawingBy(client: Client): Drawing {
  return {
    draw: async (widget, abortSignal) => {
      const command = new GetMetricWidgetImageCommand({ MetricWidget: widget, OutputFormat: 'png' });
      const { MetricWidgetImage = new Uint8Array() } = await client.send(command, { abortSignal });
      return MetricWidgetImage;
    },
  };
}

function ruleName(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}
