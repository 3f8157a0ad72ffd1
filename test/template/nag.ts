import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { arrayAt, parseObject, textAt } from '../../src/base/json.js';

/** A rule of cdk-nag that a resource does not keep. */
export interface Finding {
  /** `AwsSolutions-S1`; with what it is about, if there are several of one rule: `AwsSolutions-IAM5[Resource::*]`. */
  readonly rule: string;
  /** The logical id. */
  readonly resource: string;
}

const JUDGE = fileURLToPath(new URL('judge.mjs', import.meta.url));

/** Resolves to what cdk-nag's AwsSolutions finds in a template. @param folder where it is installed. */
export async function findingsIn(template: unknown, folder: string): Promise<readonly Finding[]> {
  const temporary = await mkdtemp(join(tmpdir(), 'wecomrobot-nag-'));
  const file = join(temporary, 'template.json');
  try {
    await writeFile(file, JSON.stringify(template));
    const { stdout } = await promisify(execFile)(process.execPath, [JUDGE, folder, file]);
    return arrayAt(parseObject(stdout), 'violations').flatMap((violation) =>
      arrayAt(violation, 'violatingResources').map((resource) => ({
        rule: textAt(violation, 'ruleName') ?? '',
        resource: textAt(resource, 'constructPath')?.split('/').at(-1) ?? '',
      })),
    );
  } finally {
    await rm(temporary, { recursive: true });
  }
}
