import { describe, expect, test } from 'vitest';
import WecomrobotPlugin from '../../deploy/plugin.mjs';
import profileRegion from '../../deploy/profile-region.cjs';

/** Runs the plugin's first hook as the framework does, with a command and settings. Resolves to its warnings and the functions. */
async function runWhole(command: string, settings: object, deliver: object = {}) {
  const warnings: string[] = [];
  const service = { provider: { region: 'ap-southeast-1' }, custom: { settings }, functions: { notify: {}, deliver } };
  const serverless = {
    processedInput: { commands: command.split(' ') },
    service,
    pluginManager: { plugins: [] },
    classes: { Error },
  };
  const log = { warning: (line: string) => warnings.push(line) };
  await new WecomrobotPlugin(serverless, {}, { log }).hooks.initialize();
  return { warnings, functions: service.functions };
}

async function run(...given: Parameters<typeof runWhole>): Promise<readonly string[]> {
  return (await runWhole(...given)).warnings;
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

  test('the plugin: functions are those of deploy/resources/functions.ts, and what serverless.yml says of one wins', async () => {
    const deliver = { timeout: 45, environment: { MORE: 'of it' } };
    const { functions } = await runWhole('package', { opsEmail: 'none' }, deliver);
    expect(functions.notify).toMatchObject({
      handler: 'dist/function/notify.handler',
      runtime: 'nodejs24.x',
      timeout: 29,
      role: 'NotifyRole',
      logs: { logFormat: 'JSON' },
      logRetentionInDays: 30,
    });
    expect(functions.deliver).toMatchObject({
      handler: 'dist/function/deliver.handler',
      timeout: 45,
      environment: { DRAIN_QUEUE_URL: { Ref: 'Queue' }, MORE: 'of it' },
    });
  });

  test('the plugin: goes to no region that nobody named, and packages for one with a warning', async () => {
    profileRegion.isGuess = true;
    await expect(run('info', { opsEmail: 'none' })).rejects.toThrow(
      'Cannot tell the region as none is set: give --region',
    );
    expect(await run('package', { opsEmail: 'none' })).toEqual([
      'No region is set: this package is made for ap-southeast-1',
    ]);
    profileRegion.isGuess = false;
  });
});
