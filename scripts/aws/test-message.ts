/** The message that tells a group that its robot works. */
export const TEST_MESSAGE = '✅ 测试消息';
