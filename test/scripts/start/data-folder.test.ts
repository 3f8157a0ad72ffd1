import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../scripts/start/data-folder.js';

describe('dataFolder', () => {
  it.each([
    ['linux', {}, ['/home/li', '.local', 'state', 'wecomrobot']],
    ['linux', { XDG_STATE_HOME: '/state' }, ['/state', 'wecomrobot']],
    ['linux', { XDG_STATE_HOME: '' }, ['/home/li', '.local', 'state', 'wecomrobot']],
    ['darwin', { XDG_STATE_HOME: '/state' }, ['/home/li', 'Library', 'Application Support', 'wecomrobot']],
    ['win32', {}, ['/home/li', 'AppData', 'Local', 'wecomrobot']],
    ['win32', { LOCALAPPDATA: '/appdata' }, ['/appdata', 'wecomrobot']],
    ['freebsd', {}, ['/home/li', '.local', 'state', 'wecomrobot']],
    ['constructor', {}, ['/home/li', '.local', 'state', 'wecomrobot']],
  ])('%s, %j', (platform, env, expected) => {
    expect(dataFolder(env, platform, '/home/li')).toBe(join(...expected));
  });
});
