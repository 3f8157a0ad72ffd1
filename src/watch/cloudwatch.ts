import {
  type AlarmHistoryItem,
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
import { groupBy } from '../base/group-by.js';
import { parseObject, textAt } from '../base/json.js';
import { type DescribedAlarm, readDescribed } from './alarm/described-alarm.js';
import { type AlarmState, alarmStateOf } from './alarm/transition.js';
import type { AlarmHistory, CloudWatch, Drawing, MuteRule } from './alarm/watched.js';
import { createAskByKind } from './known-kinds.js';

const PAGE = 100;
/** Most pages of history read at a time: DescribeAlarmHistory answers three calls a second. */
const MAX_HISTORY_PAGES = 20;

/** All that one region's CloudWatch is asked for. */
type CloudWatchReader = CloudWatch & Drawing;

/** Creates a reader of one region's alarms and metrics, with a client of these settings. */
export function createCloudWatch(settings: AwsSettings): CloudWatchReader {
  return cloudWatchOf(new CloudWatchClient(settings));
}

/**
 * Returns the reader of one region's alarms and metrics with AWS's client. Its calls reject as the client's do, after its own retries.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html
 */
export function cloudWatchOf(client: Pick<CloudWatchClient, 'send'>): CloudWatchReader {
  // Answers name metric alarms only, unless they are asked for each kind.
  const ofEveryKind = createAskByKind(Object.values(AlarmType), AlarmType.LogAlarm);
  const knownMutes = new Map<string, GetAlarmMuteRuleOutput>();
  /** Resolves to the alarms of every kind that a request asks for. */
  async function described(
    asked: Pick<DescribeAlarmsCommandInput, 'StateValue' | 'AlarmNames'>,
  ): Promise<readonly DescribedAlarm[]> {
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
  }

  const changes: CloudWatch['changes'] = async (from, to) => {
    const { pages, isCut } = await pagesOf(
      (NextToken) =>
        ofEveryKind((AlarmTypes) =>
          client.send(
            new DescribeAlarmHistoryCommand({
              AlarmTypes,
              HistoryItemType: 'StateUpdate',
              StartDate: new Date(from),
              EndDate: new Date(to),
              ScanBy: 'TimestampDescending',
              MaxRecords: PAGE,
              NextToken,
            }),
          ),
        ),
      MAX_HISTORY_PAGES,
    );
    const items = pages.flatMap(({ AlarmHistoryItems = [] }) => AlarmHistoryItems);
    const cutAt = isCut ? items.at(-1)?.Timestamp?.getTime() : undefined;
    return { history: historyOf(items), ...(cutAt !== undefined && { cutAt }) };
  };

  const muteRule = async (summary: AlarmMuteRuleSummary): Promise<MuteRule> => {
    const { AlarmMuteRuleArn = '', LastUpdatedTimestamp: changedAt, Status } = summary;
    const key = `${AlarmMuteRuleArn} ${changedAt?.getTime()}`;
    const AlarmMuteRuleName = ruleName(AlarmMuteRuleArn);
    const rule = knownMutes.get(key) ?? (await client.send(new GetAlarmMuteRuleCommand({ AlarmMuteRuleName })));
    // Its own words are read once, and again if it was changed.
    if (changedAt) knownMutes.set(key, rule);
    const { Name = '', MuteTargets, Rule } = rule;
    const alarmNames = MuteTargets?.AlarmNames ?? [];
    return { name: Name, alarmNames, isActive: Status === 'ACTIVE', schedule: Rule?.Schedule };
  };

  return {
    alarms: (state) => described(state ? { StateValue: state } : {}),
    named: async (names) => {
      const hundreds = Array.from({ length: Math.ceil(names.length / PAGE) }, (_, page) =>
        described({ AlarmNames: names.slice(page * PAGE, (page + 1) * PAGE) }),
      );
      return (await Promise.all(hundreds)).flat();
    },
    changes,
    historyOf: async (AlarmName, to, abortSignal, AlarmContributorId) => {
      const { AlarmHistoryItems = [], NextToken } = await ofEveryKind((AlarmTypes) =>
        client.send(
          new DescribeAlarmHistoryCommand({
            AlarmName,
            AlarmContributorId,
            AlarmTypes,
            HistoryItemType: AlarmContributorId === undefined ? 'StateUpdate' : 'AlarmContributorStateUpdate',
            EndDate: new Date(to),
            ScanBy: 'TimestampDescending',
            MaxRecords: PAGE,
          }),
          abortSignal ? { abortSignal } : {},
        ),
      );
      return {
        transitions: historyOf(AlarmHistoryItems, AlarmContributorId).get(AlarmName) ?? [],
        isCut: NextToken !== undefined,
      };
    },
    muteRules: async () => {
      const { pages } = await pagesOf((NextToken) => client.send(new ListAlarmMuteRulesCommand({ NextToken })));
      return Promise.all(pages.flatMap(({ AlarmMuteRuleSummaries = [] }) => AlarmMuteRuleSummaries).map(muteRule));
    },
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
    draw: async (widget, abortSignal) => {
      const command = new GetMetricWidgetImageCommand({ MetricWidget: widget, OutputFormat: 'png' });
      const { MetricWidgetImage = new Uint8Array() } = await client.send(command, { abortSignal });
      return MetricWidgetImage;
    },
  };
}

/** Resolves to every page of an answer, or to the first `most` of them. */
async function pagesOf<Page extends { readonly NextToken?: string | undefined }>(
  read: (token: string | undefined) => Promise<Page>,
  most = Number.POSITIVE_INFINITY,
): Promise<{ readonly pages: readonly Page[]; readonly isCut: boolean }> {
  const pages: Page[] = [];
  let token: string | undefined;
  do {
    const page = await read(token);
    pages.push(page);
    token = page.NextToken;
  } while (token !== undefined && pages.length < most);
  return { pages, isCut: token !== undefined };
}

/**
 * Sorts the changes of state by alarm, oldest first. A contributor's own changes are not its alarm's.
 *
 * AWS documents the form of `HistoryData` for an alarm only. If a contributor's had another one, it would have no changes here.
 * @param contributorId the contributor whose changes are wanted in the place of its alarm's.
 */
function historyOf(items: readonly AlarmHistoryItem[], contributorId?: string): AlarmHistory {
  const changes = items.flatMap(({ AlarmName, AlarmContributorId, Timestamp, HistoryData = '' }) => {
    const [to, from] = [stateIn(HistoryData, 'newState'), stateIn(HistoryData, 'oldState')];
    if (AlarmName === undefined || AlarmContributorId !== contributorId || !Timestamp || !to) return [];
    return [{ name: AlarmName, transition: { at: Timestamp.getTime(), to, ...(from && { from }) } }];
  });
  const sorted = changes.toSorted((a, b) => a.transition.at - b.transition.at);
  const byName = [...groupBy(sorted, ({ name }) => name)];
  return new Map(byName.map(([name, some]) => [name, some.map(({ transition }) => transition)]));
}

function stateIn(historyData: string, key: 'newState' | 'oldState'): AlarmState | undefined {
  return alarmStateOf(textAt(parseObject(historyData), key, 'stateValue'));
}

function ruleName(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}
