/**
 * Judges a template by cdk-nag's AwsSolutions and writes its report to stdout. Arguments: the folder in which CDK and
 * cdk-nag are installed, and the template's file. Plain JavaScript: their types are not installed in this project.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';

const [, , folder = '', templateFile = ''] = argv;
const require = createRequire(join(folder, 'package.json'));
const { App, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { AwsSolutionsChecks } = require('cdk-nag');

const app = new App();
const stack = new Stack(app, 'wecomrobot');
new CfnInclude(stack, 'template', { templateFile });
stdout.write(JSON.stringify(new AwsSolutionsChecks(app).validateScope(stack)));
