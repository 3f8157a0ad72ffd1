import { expect, expectTypeOf, test } from 'vitest';
import type { WecomRobotSettings } from '../../deploy/cdk/wecom-robot-settings.js';
import { cdkSettings } from '../../deploy/derived/cdk-settings.js';
import { hcl } from '../../deploy/derived/hcl.js';
import { terraformOutputs } from '../../deploy/derived/terraform-outputs.js';
import { terraformParameters } from '../../deploy/derived/terraform-parameters.js';
import { terraformVariables } from '../../deploy/derived/terraform-variables.js';
import type { Settings } from '../../deploy/settings.js';

test('cdkSettings: deploy/cdk/wecom-robot-settings.ts is up to date (with --update this test writes it)', async () => {
  await expect(cdkSettings()).toMatchFileSnapshot('../../deploy/cdk/wecom-robot-settings.ts');
});

test('WecomRobotSettings: takes every value that the settings have once they are read', () => {
  expectTypeOf<keyof WecomRobotSettings>().toEqualTypeOf<keyof Settings>();
  // Except for presets, of which the settings keep only that they are texts.
  const takes = (settings: Omit<Settings, 'eventPatterns'>): WecomRobotSettings => settings;
  expectTypeOf(takes).returns.toEqualTypeOf<WecomRobotSettings>();
});

test.each([
  ['variables.tf', terraformVariables],
  ['parameters.tf', terraformParameters],
  ['outputs.tf', terraformOutputs],
])('deploy/terraform/%s is up to date (with --update this test writes it)', async (file, write) => {
  await expect(write()).toMatchFileSnapshot(`../../deploy/terraform/${file}`);
});

test('hcl: a text keeps what Terraform would fill in', () => {
  expect(hcl('${a} %{b} "c"')).toBe('"$${a} %%{b} \\"c\\""');
});
