/** The timeouts of the deployed functions, as in `deploy/resources/`, milliseconds. */
export const TIMEOUT_MS = { notify: 29_000, deliver: 60_000 } as const;
