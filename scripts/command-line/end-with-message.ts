/** Errors whose message says everything: the mistake is in a file or a setting of the person who runs the script. */
const SELF_EXPLANATORY: ReadonlySet<string> = new Set([
  'ConfigError',
  'RouteError',
  'FileError',
  'SecretUnavailableError',
]);

/** Ends the script with exit code 1 and the message alone, without a stack trace, if a file or a setting has a mistake. */
export function endWithMessage(): void {
  process.on('uncaughtException', (error) => {
    if (!SELF_EXPLANATORY.has(error.name)) throw error;
    console.error(error.message);
    process.exit(1);
  });
}
