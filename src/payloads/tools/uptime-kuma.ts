import { webhook } from '../toolkit/tool.js';

/** Uptime Kuma: its JSON, and its form, which holds the same. @see https://github.com/louislam/uptime-kuma/blob/master/server/notification-providers/webhook.js */
export const uptimeKuma = webhook({
  name: 'uptime-kuma',
  service: 'Uptime Kuma',
  match: {
    keys: [
      { 'heartbeat.monitorID': true, 'monitor.name': true },
      { heartbeat: null, monitor: null, msg: true },
    ],
  },
  rows: {
    tested: { when: { heartbeat: null, msg: '* Testing' }, details: 'msg', test: true },
    other: { when: { heartbeat: null }, details: 'msg' },
  },
  other: {
    name: 'monitor.name',
    state: 'heartbeat.status',
    verdict: { 0: ['error', 'unavailable'], 1: ['recovery', 'recovered'], 3: ['info', 'maintenance'] },
    fields: {
      target: ['{monitor.hostname} {monitor.port}'],
      responseTime: 'heartbeat.ping as milliseconds',
      labels: 'monitor.tags.*.name',
      time: 'heartbeat.localDateTime',
    },
    details: 'heartbeat.msg',
    link: 'monitor.url',
    thing: 'heartbeat.monitorID',
    labels: { monitor: 'monitor.name' },
  },
});
