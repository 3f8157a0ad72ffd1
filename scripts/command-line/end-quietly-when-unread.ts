/**
 * Ends the script with exit code 0 if the reader of its output has read enough, as in
 * `npm run -s preview -- FILE… | head`. Node would end it with a stack trace. Only for scripts that do nothing but
 * print.
 */
export function endQuietlyWhenUnread(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
