/** Every format, the default first. */
export const FORMATS = ['text', 'markdown', 'markdown_v2'] as const;

/** The WeCom message type a notification is composed as. */
export type Format = (typeof FORMATS)[number];
