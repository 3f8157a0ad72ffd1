/** The tag of an alarm that says who has it. The deployment may set no other. */
export const ACK_TAG = 'wecom:ack';
