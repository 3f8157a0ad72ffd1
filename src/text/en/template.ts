import type { TemplateSpeech } from '../template-speech.js';

/** The words that `wecomrobot template` and `wecomrobot routes` print, in English. */
export const templateSpeech: TemplateSpeech = {
  templateUsage: (command) => `Usage: ${command} [options]

Writes a CloudFormation template with a parameter for each setting, the function's zip, its checksum and a guide.
Deploys nothing.

  --routes FILE    your rules, a routes.yml, in the zip; default none, in a clone its routes.yml
  --out FOLDER     default dist/template
  --language LANG  of these lines: zh-CN or en
  -h, --help       print this

Exit codes: 0 written, 1 the rules are wrong, 2 wrong usage`,
  layerUsage: (command) => `Usage: ${command} --layer [options]

Checks a routes.yml and writes a layer with its rules: they replace those in the function's zip.

  --layer          what to make: the zip of the layer
  --routes FILE    default routes.yml
  --out FILE       default routes-layer.zip
  --language LANG  of these lines: zh-CN or en
  -h, --help       print this

Exit codes: 0 written, 1 the rules are wrong, 2 wrong usage`,
  written: (folder) => `Written to ${folder}:`,
  guide: (file) => `How to go on: ${file}`,
  publish: (file) =>
    `aws lambda publish-layer-version --layer-name wecomrobot-routes --zip-file fileb://${file} --query LayerVersionArn --output text`,
  problems: {
    options: 'Cannot read the options as there is one that is not in --help, or one without its value',
    layerOnly:
      'Cannot do that as the npm package only makes the layer: add --layer (npm run routes of a clone shows where an alarm goes)',
  },
};
