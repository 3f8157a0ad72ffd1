import { type EventRow, tableRenderer } from '../toolkit/event-table.js';

const MATCHMAKING: EventRow = {
  kind: 'matchmaking',
  name: ['matchmakingConfigurationName', 'configurationName'],
  state: 'type',
  verdict: {
    acceptmatch: ['info', 'matchAccepting'],
    acceptmatchcompleted: ['info', 'matchAccepted'],
    matchmakingcancelled: ['info', 'cancelled'],
    matchmakingfailed: ['error', 'failed'],
    matchmakingsearching: ['info', 'matchSearching'],
    matchmakingsucceeded: ['recovery', 'succeeded'],
    matchmakingtimedout: ['warning', 'timedOut'],
    potentialmatchcreated: ['info', 'matchFound'],
  },
  fields: [
    ['players', 'gameSessionInfo.players', 'items'],
    ['acceptance', 'acceptance'],
    ['errorCode', 'reason'],
  ],
  details: 'message',
  page: 'gamelift',
};

/** Game servers: matchmaking, and everything else that GameLift reports. @see https://docs.aws.amazon.com/gameliftservers/latest/flexmatchguide/match-events.html */
export const gameLift = tableRenderer({
  name: 'gamelift',
  service: 'GameLift',
  sources: ['aws.gamelift'],
  types: /^GameLift /,
  rows: { 'GameLift Matchmaking Event': MATCHMAKING },
  other: {
    kind: 'resource',
    name: ['placementId', 'fleetId', 'name'],
    state: ['type', 'status'],
    details: ['message', 'reason'],
  },
});
