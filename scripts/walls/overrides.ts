import {
  AWS_CLIENT_FILES,
  DEPLOY_MAY_IMPORT,
  DEPLOY_ROOMS,
  FLOORS,
  HTTP_FILES,
  HTTPS_FILES,
  LOCAL_ROOMS,
  SRC_ROOMS,
} from './rooms.js';

/** A kind of import that Biome refuses: those that match a pattern of `group`, except those that match one with `!`. */
interface Refusal {
  readonly group: readonly string[];
  readonly message: string;
}

/** A refusal with exceptions among the files of `src/`. */
interface RefusalInSrc extends Refusal {
  readonly except?: readonly string[];
}

const REFUSED_IN_SRC: readonly RefusalInSrc[] = [
  {
    group: ['**/local/**', '**/scripts/**', '**/test/**', '**/deploy/**'],
    message: 'src/ knows nothing of local/, scripts/, test/ or deploy/',
  },
  { group: ['**/index.js', '**/cli.js'], message: 'Nothing imports an entry' },
  {
    group: ['node:http2', 'node:timers/promises', 'undici'],
    message: 'Costs cold start or escapes clock.ts: see docs/decisions.md',
  },
  { group: ['node:http'], message: 'Costs cold start: see docs/decisions.md', except: HTTP_FILES },
  { group: ['node:https'], message: `Only for ${HTTPS_FILES.join(', ')}`, except: HTTPS_FILES },
  {
    group: ['@aws-sdk/*', '@smithy/*'],
    message: `AWS's clients are only for ${AWS_CLIENT_FILES.join(', ')}`,
    except: AWS_CLIENT_FILES,
  },
];

const REFUSED_IN_LOCAL: readonly Refusal[] = [
  {
    group: ['**/scripts/**', '**/test/**', '**/deploy/**'],
    message: 'local/ knows nothing of scripts/, test/ or deploy/',
  },
  { group: ['**/src/*.js'], message: 'Nothing imports an entry' },
];

/**
 * Returns the overrides of biome.json that keep every room from importing what it may not know. A later one replaces an
 * earlier one.
 */
export function wallOverrides(): readonly object[] {
  return [
    override('src/**', refusedInSrc()),
    ...Object.keys(SRC_ROOMS).map((room) => override(`src/${room}/**`, refusedInRoom(room))),
    ...Object.entries(FLOORS).flatMap(([room, floors]) =>
      names(floors).map((floor) => override(`src/${room}/${floor}/**`, refusedOnFloor(room, floor))),
    ),
    ...[...HTTPS_FILES, ...AWS_CLIENT_FILES].map((file) => override(`src/${file}`, refusedInFile(file))),
    override('local/**', REFUSED_IN_LOCAL),
    ...Object.keys(LOCAL_ROOMS).map((room) => override(`local/${room}/**`, refusedInLocalRoom(room))),
    override('deploy/**', refusedInDeploy()),
    ...Object.entries(DEPLOY_ROOMS).map(([room, more]) => override(`deploy/${room}/**`, refusedInDeploy(names(more)))),
  ];
}

/** Returns the refusals that hold for `file` of `src/`, whatever its room. */
function refusedInSrc(file = ''): readonly Refusal[] {
  return REFUSED_IN_SRC.filter(({ except }) => !except?.includes(file)).map(({ group, message }) => ({
    group,
    message,
  }));
}

function refusedInRoom(room: string, file?: string): readonly Refusal[] {
  const allowed = names(SRC_ROOMS[room]);
  const group = allRoomsBut([room, ...allowed], '**/');
  return [...refusedInSrc(file), { group, message: `src/${room}/ may import only: ${listOf(allowed)}` }];
}

function refusedOnFloor(room: string, floor: string, file?: string): readonly Refusal[] {
  const floors = names(FLOORS[room]);
  const above = floors.slice(floors.indexOf(floor) + 1);
  if (above.length === 0) return refusedInRoom(room, file);
  const group = above.map((name) => `**/${name}/**`);
  return [...refusedInRoom(room, file), { group, message: `src/${room}/${floor}/ may not import: ${listOf(above)}` }];
}

function refusedInFile(file: string): readonly Refusal[] {
  const [room = '', floor = '', ...rest] = file.split('/');
  return rest.length > 0 ? refusedOnFloor(room, floor, file) : refusedInRoom(room, file);
}

function refusedInLocalRoom(room: string): readonly Refusal[] {
  const allowed = names(LOCAL_ROOMS[room]);
  const others = Object.keys(LOCAL_ROOMS).filter((other) => other !== room && !allowed.includes(other));
  const group = [...others.map((other) => `../${other}/**`), ...allRoomsBut(allowed.map(inSrc), '**/src/')];
  return [...REFUSED_IN_LOCAL, { group, message: `local/${room}/ may import only: ${listOf(allowed)}` }];
}

function refusedInDeploy(more: readonly string[] = []): readonly Refusal[] {
  const allowed = [...names(DEPLOY_MAY_IMPORT), ...more.filter(inSrc)];
  const scripts = more.filter((name) => !inSrc(name)).map((name) => `!**/${name}/**`);
  return [
    {
      group: ['**/local/**', '**/scripts/**', '**/test/**', ...scripts],
      message: 'deploy/ knows nothing of local/, scripts/ or test/',
    },
    {
      group: ['**/src/*.js', ...allRoomsBut(allowed.map(inSrc), '**/src/')],
      message: `deploy/ may import of src/ only: ${listOf(allowed)}`,
    },
  ];
}

/**
 * Returns patterns of the rooms of `src/` that are not allowed. `wecom/api` allows one folder of a room,
 * `app/config.js` one file.
 */
function allRoomsBut(allowed: readonly string[], prefix: string): readonly string[] {
  const patternOf = (name: string): string => prefix + (name.endsWith('.js') ? name : `${name}/**`);
  return Object.keys(SRC_ROOMS)
    .filter((room) => !allowed.includes(room))
    .flatMap((room) => {
      const parts = allowed.filter((name) => name.startsWith(`${room}/`));
      return [patternOf(room), ...parts.map((part) => `!${patternOf(part)}`)];
    });
}

function override(includes: string, patterns: readonly Refusal[]): object {
  const noRestrictedImports = { level: 'error', options: { patterns } };
  return { includes: [includes], linter: { rules: { style: { noRestrictedImports } } } };
}

const names = (list = ''): readonly string[] => list.split(' ').filter(Boolean);
const listOf = (list: readonly string[]): string => list.join(', ') || 'nothing of ours';
const inSrc = (name: string): string => (name.startsWith('src/') ? name.slice('src/'.length) : '');
