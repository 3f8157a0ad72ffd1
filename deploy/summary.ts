import { arrayAt, textAt } from '../src/base/json.js';
import type { Settings } from './settings.js';

/** A headline and the lines under it. */
type Section = readonly [name: string, lines: readonly string[]];

/**
 * Returns the lines that a deployment prints: the stack's addresses, and the next commands to try.
 * @param gathered the framework's `info` (stage, region, stack) and `outputs` (of the stack).
 */
export function sectionsOf(gathered: unknown, { http }: Pick<Settings, 'http'>): readonly Section[] {
  const outputs = new Map(
    arrayAt(gathered, 'outputs').map((one) => [textAt(one, 'OutputKey') ?? '', textAt(one, 'OutputValue') ?? '']),
  );
  const region = textAt(gathered, 'info', 'region') ?? '';
  const addresses = [...outputs].filter(([name]) => name !== '' && !name.startsWith('Serverless'));
  if (addresses.length === 0) return [];
  return [
    ['wecomrobot', addresses.map(([name, value]) => `${name}: ${value}`)],
    [
      'next',
      [
        `npm run ping -- --stage ${textAt(gathered, 'info', 'stage') ?? ''} --region ${region}`,
        `aws sns publish --region ${region} --topic-arn ${outputs.get('TopicArn') ?? ''} --message '测试'`,
        ...(http === 'off' ? [] : [`curl ${http === 'iam' ? signed(region) : ''}${outputs.get('Url') ?? ''}/health`]),
      ],
    ],
  ];
}

/** Returns the options with which curl signs, with the keys of the environment. */
function signed(region: string): string {
  return `--aws-sigv4 aws:amz:${region}:execute-api --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" `;
}
