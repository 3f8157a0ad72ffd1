// AWS's clients are locked: that later ones need another Node is no advice for who deploys. It stands here, as the
// framework resolves variables before it makes its plugins.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** The region of a package that is deployed nowhere. */
const ANY = 'cn-north-1';

/**
 * The region of the AWS profile, for serverless.yml: the framework itself looks for it nowhere but in the environment. Without
 * one `isGuess` is set: then only what needs no AWS goes on.
 */
module.exports = async ({ options }) => {
  const { tsImport } = await import('tsx/esm/api');
  const { profileRegion } = await tsImport('./profile-region.ts', require('node:url').pathToFileURL(__filename).href);
  const found = await profileRegion(options['aws-profile']);
  module.exports.isGuess = found === undefined;
  return { region: found ?? ANY };
};
module.exports.isGuess = false;
