/** Words of payloads. */
export const payload = {
  /** Alertmanager's and Grafana's groups. */
  alerts: {
    /** `unlisted` are those that the sender left out: whether they fire is unknown. */
    count: (firing: number, resolved: number, unlisted: number): string =>
      [
        firing > 0 ? `${firing} 个告警` : '',
        resolved > 0 ? `${resolved} 个恢复` : '',
        unlisted > 0 ? `另有 ${unlisted} 个未列出，状态未知` : '',
      ]
        .filter(Boolean)
        .join('，'),
    lasted: (duration: string): string => `持续 ${duration}`,
    unlisted: (n: number): string => `另有 ${n} 个未列出`,
  },
  nextSteps: '下一步：',
  /** Kinds of messages that have no text of their own. */
  message: {
    file: '文件',
    image: '图片',
    news: '图文',
    template_card: '卡片',
    voice: '语音',
  },
};
