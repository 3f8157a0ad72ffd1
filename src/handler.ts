/** Loads the function that the environment asks for: `notify` has a queue to write to, `deliver` one to drain. */
function load() {
  if (process.env['QUEUE_URL']) return import('./functions/notify.js');
  if (process.env['DRAIN_QUEUE_URL']) return import('./functions/deliver.js');
  return import('./functions/direct.js');
}

/** The Lambda handler. */
export const { handler } = await load();
