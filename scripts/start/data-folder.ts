import { homedir } from 'node:os';
import { join } from 'node:path';

/** Functions that return the folder for a program's own data, by the system that has it. */
const FOLDERS: Readonly<Record<string, (env: Environment, home: string) => string>> = {
  darwin: (_, home) => join(home, 'Library', 'Application Support'),
  win32: (env, home) => env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'),
};

type Environment = Readonly<Record<string, string | undefined>>;

const others = (env: Environment, home: string): string => env['XDG_STATE_HOME'] || join(home, '.local', 'state');

/**
 * Returns the folder in which messages are kept unless another is given.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function dataFolder(env: Environment, platform: string = process.platform, home: string = homedir()): string {
  const folderOf = Object.hasOwn(FOLDERS, platform) ? FOLDERS[platform] : undefined;
  return join((folderOf ?? others)(env, home), 'wecomrobot');
}
