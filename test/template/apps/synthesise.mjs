/**
 * Synthesises wecomrobot for each of the cases in the file that is its argument, and writes the templates, or the message of an error,
 * to stdout. Started in a folder with the npm package and CDK.
 */
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { App, Stack, Tags } from 'aws-cdk-lib';
import { WecomRobot } from 'wecomrobot/cdk';

const cases = JSON.parse(readFileSync(argv[2], 'utf8'));

const app = new App({ analyticsReporting: false });

/** Makes the stack of one case. Returns its id, or the error for which it is not made. */
function make({ region, props, isTwice = false, tags = {} }, index) {
  const id = `case-${index}`;
  const stack = new Stack(app, id, region ? { env: { region } } : {});
  try {
    const robot = new WecomRobot(stack, 'WecomRobot', props);
    for (const [key, value] of Object.entries(tags)) Tags.of(robot).add(key, value);
    if (isTwice) new WecomRobot(stack, 'Second', props);
    return { id };
  } catch ({ name, message }) {
    app.node.tryRemoveChild(id);
    return { error: `${name}: ${message}` };
  }
}

// All in one app: what CDK does for each app takes seconds.
const made = cases.map(make);
const assembly = app.synth();
stdout.write(
  JSON.stringify(made.map(({ id, error }) => (id ? { template: assembly.getStackByName(id).template } : { error }))),
);
