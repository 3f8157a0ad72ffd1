import { describe, expect, test } from 'vitest';
import WecomrobotPlugin from '../../deploy/plugin.mjs';

/** Runs the plugin's first hook as the framework does, with a command and settings. Resolves to its warnings. */
async function run(command: string, settings: object, deliver: object = { timeout: 60 }): Promise<readonly string[]> {
  const warnings: string[] = [];
  const serverless = {
    processedInput: { commands: command.split(' ') },
    service: { provider: { region: 'ap-southeast-1' }, custom: { settings }, functions: { notify: {}, deliver } },
    pluginManager: { plugins: [] },
    classes: { Error },
  };
  const log = { warning: (line: string) => warnings.push(line) };
  await new WecomrobotPlugin(serverless, {}, { log }).hooks.initialize();
  return warnings;
}

describe('the plugin', () => {
  test('the plugin: deploy is refused where nobody is told and nobody said so', async () => {
    await expect(run('deploy', {})).rejects.toThrow(
      'Cannot deploy as opsEmail or opsTopicArn must say who is told when wecomrobot itself fails',
    );
  });

  test.each(['package', 'deploy list', 'remove', 'info'])('the plugin: %s only warns of it', async (command) => {
    expect(await run(command, {})).toEqual([expect.stringContaining('npm run deploy refuses that')]);
  });

  test.each([{ opsEmail: 'ops@example.com' }, { opsEmail: 'none' }])(
    'the plugin: deploy takes %j',
    async (settings) => {
      expect(await run('deploy', settings)).toEqual([]);
    },
  );

  test('the plugin: a timeout of deliver that is too short is refused, whatever the command', async () => {
    await expect(run('package', {}, { timeout: 10 })).rejects.toThrow('it must be at least 13 seconds');
  });
});
