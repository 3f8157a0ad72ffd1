import {
  AWS_CLIENT_FILES,
  DEPLOY_MAY_IMPORT,
  FLOORS,
  HTTP_FILES,
  HTTPS_FILES,
  LOCAL_ROOMS,
  SRC_ROOMS,
} from '../../scripts/walls/rooms.js';
import type { Planted } from './refused-imports.js';

const rooms = Object.keys(SRC_ROOMS);
const names = (list = ''): readonly string[] => list.split(' ').filter(Boolean);

/** The rooms of `src/` in a list, as the table of `src/` names them. */
const ofSrc = (list = ''): readonly string[] =>
  names(list)
    .filter((name) => name.startsWith('src/'))
    .map((name) => name.slice('src/'.length));

/** Imports of every room of `src/`, accepted if the room is in the list. `toSrc` leads to `src/`. */
function ofRooms(path: string, toSrc: string, allowed: readonly string[]): readonly Planted[] {
  const folders = [...rooms, 'wecom/api', 'wecom/compose', 'wecom/post', 'sources/http', 'renderers/services'];
  return folders.map((folder) => ({
    path,
    specifier: `${toSrc}${folder}/x.js`,
    accepted: allowed.includes(folder) || allowed.includes(folder.replace(/\/.*/, '')),
  }));
}

/** What the rooms of `src/` have in common. `toRoot` leads to the project's root. */
function anywhereInSrc(path: string, toRoot: string): readonly Planted[] {
  const file = path.slice('src/'.length);
  const outside = ['local/time/x.js', 'scripts/build.js', 'test/support/x.js', 'deploy/settings.js'];
  const entries = ['src/index.js', 'src/cli.js'];
  const costly = ['node:http2', 'node:timers/promises', 'undici'];
  return [
    ...[...outside, ...entries].map((name) => ({ path, specifier: toRoot + name, accepted: false })),
    ...costly.map((specifier) => ({ path, specifier, accepted: false })),
    { path, specifier: 'node:http', accepted: HTTP_FILES.includes(file) },
    { path, specifier: 'node:https', accepted: HTTPS_FILES.includes(file) },
    { path, specifier: '@aws-sdk/client-sqs', accepted: AWS_CLIENT_FILES.includes(file) },
    { path, specifier: '@smithy/types', accepted: AWS_CLIENT_FILES.includes(file) },
    { path, specifier: 'node:crypto', accepted: true },
    // Files beside this one may have the name of a room.
    ...['text', 'base', 'queue', 'watch'].map((name) => ({ path, specifier: `./${name}.js`, accepted: true })),
  ];
}

const entries: readonly Planted[] = [...anywhereInSrc('src/index.ts', '../'), ...ofRooms('src/index.ts', './', rooms)];

const inRooms: readonly Planted[] = rooms.flatMap((room) => {
  const allowed = [room, ...names(SRC_ROOMS[room])];
  const [path, deep] = [`src/${room}/planted.ts`, `src/${room}/planted/planted.ts`];
  return [
    ...anywhereInSrc(path, '../../'),
    ...ofRooms(path, '../', allowed),
    ...anywhereInSrc(deep, '../../../'),
    ...ofRooms(deep, '../../', allowed),
  ];
});

const inFiles: readonly Planted[] = [...HTTPS_FILES, ...AWS_CLIENT_FILES].flatMap((file) => {
  const room = file.slice(0, file.indexOf('/'));
  const path = `src/${file}`;
  const up = '../'.repeat(file.split('/').length - 1);
  return [...anywhereInSrc(path, `../${up}`), ...ofRooms(path, up, [room, ...names(SRC_ROOMS[room])])];
});

const onFloors: readonly Planted[] = Object.entries(FLOORS).flatMap(([room, list]) =>
  names(list).flatMap((floor, at, floors) => {
    const path = `src/${room}/${floor}/planted.ts`;
    const others = ofRooms(path, '../../', names(SRC_ROOMS[room]));
    return [
      ...floors.map((other, index) => ({ path, specifier: `../${other}/x.js`, accepted: index <= at })),
      ...anywhereInSrc(path, '../../../'),
      ...others.filter(({ specifier }) => !specifier.startsWith(`../../${room}/`)),
    ];
  }),
);

const inLocal: readonly Planted[] = Object.entries(LOCAL_ROOMS).flatMap(([room, list]) => {
  const path = `local/${room}/planted.ts`;
  const outside = ['scripts/build.js', 'test/support/x.js', 'deploy/settings.js', 'src/cli.js', 'src/index.js'];
  return [
    ...outside.map((name) => ({ path, specifier: `../../${name}`, accepted: false })),
    ...ofRooms(path, '../../src/', ofSrc(list)),
    ...Object.keys(LOCAL_ROOMS).map((other) => ({
      path,
      specifier: `../${other}/x.js`,
      accepted: other === room || names(list).includes(other),
    })),
    { path, specifier: './queue.js', accepted: true },
    { path, specifier: 'node:https', accepted: true },
  ];
});

const inDeploy: readonly Planted[] = [
  ...['../local/net/x.js', '../scripts/build.js', '../test/support/x.js', '../src/index.js'].map((specifier) => ({
    path: 'deploy/planted.ts',
    specifier,
    accepted: false,
  })),
  ...ofRooms('deploy/planted.ts', '../src/', ofSrc(DEPLOY_MAY_IMPORT)),
  ...ofRooms('deploy/check/planted.ts', '../../src/', ofSrc(DEPLOY_MAY_IMPORT)),
  { path: 'deploy/planted.ts', specifier: './settings.js', accepted: true },
  { path: 'deploy/planted.ts', specifier: '../src/routing/rule.js', accepted: false },
  { path: 'deploy/cdk/planted.ts', specifier: '../../src/routing/rule.js', accepted: true },
  { path: 'deploy/cdk/planted.ts', specifier: '../../src/queue/message/item.js', accepted: false },
  { path: 'deploy/cdk/planted.ts', specifier: '../../scripts/routes-file/read-routes.js', accepted: true },
  { path: 'deploy/cdk/planted.ts', specifier: '../../scripts/build.js', accepted: false },
  { path: 'deploy/planted.ts', specifier: '../src/app/config.js', accepted: true },
];

/** For each wall, imports that it refuses and some that it lets through. */
export const PLANTED_IMPORTS: readonly Planted[] = [
  ...entries,
  ...inRooms,
  ...inFiles,
  ...onFloors,
  ...inLocal,
  ...inDeploy,
];
