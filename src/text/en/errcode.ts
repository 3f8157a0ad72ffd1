import type { errcode as zhCN } from '../zh-CN/errcode.js';

/** WeCom's errcodes in words: one short sentence each, without a full stop. */
export const errcode: typeof zhCN = {
  unknown: { meaning: 'unknown errcode', advice: "look it up in WeCom's documentation" },

  [-1]: { meaning: 'WeCom is busy', advice: 'try again in a moment' },
  6000: { meaning: 'data version conflict', advice: 'try again in a moment' },
  45009: { meaning: 'over 20 messages a minute', advice: 'wait a minute, then send less often or merge messages' },
  45033: { meaning: 'too many concurrent calls', advice: 'try again in a moment' },

  93000: {
    meaning: 'the webhook key is wrong, or the robot was removed from its group',
    advice: 'check the key, or add the robot again and use its new key',
  },
  93004: { meaning: 'the robot is disabled', advice: 'enable it in the group' },
  93006: { meaning: 'the chat id is wrong', advice: "check the robot's group" },
  93008: { meaning: 'the robot is not in the group', advice: 'add it to the group again' },
  93017: { meaning: 'refused, for a reason that WeCom does not document', advice: 'check the robot in the group' },

  40008: { meaning: 'bad message type or JSON', advice: 'check msgtype' },
  40033: { meaning: 'unsupported characters', advice: 'remove them' },
  40039: { meaning: 'a URL is over 1024 bytes', advice: 'shorten it' },
  40058: {
    meaning: 'bad parameter: too long, or something required is missing',
    advice: 'shorten the message, check what is required',
  },
  40063: { meaning: 'a required parameter is empty', advice: 'fill it in' },
  41010: { meaning: 'url is missing', advice: 'add it' },
  41016: { meaning: 'title is missing', advice: 'add it' },
  44004: { meaning: 'the message is empty', advice: 'write something' },
  45002: { meaning: 'the message is too long', advice: 'shorten it' },
  45008: { meaning: 'more than 8 articles', advice: 'send fewer' },
  45034: { meaning: 'a URL has no scheme', advice: 'start it with https://' },
  48002: { meaning: 'unsupported API', advice: "a robot's key can only send messages and upload files" },

  40004: { meaning: 'bad media type', advice: 'use a supported one' },
  40005: { meaning: 'bad type parameter', advice: 'use file or voice' },
  40006: { meaning: 'bad media size', advice: 'keep it over 5 bytes and within the limit' },
  40007: { meaning: 'bad or expired media_id', advice: 'upload it again with this robot' },
  40009: { meaning: 'bad image size', advice: 'keep it to 2 MB at most' },
  41006: { meaning: 'media_id is missing', advice: 'upload the file first' },
  44001: { meaning: 'the media file is empty', advice: 'upload it again' },
  45001: { meaning: 'the media file is too large', advice: 'make it smaller' },
  45007: { meaning: 'the voice message is over 60 s', advice: 'make it shorter' },
  301016: { meaning: 'bad voice file', advice: 'record it again' },
  301017: { meaning: 'voice must be AMR', advice: 'convert it' },
  301019: { meaning: 'the md5 does not match', advice: 'compute it from the raw bytes' },
};
