import { webhook } from '../../toolkit/tool.js';
import { component } from './component.js';
import { incident } from './incident.js';

/** Statuspage, and every page made with it. */
export const statuspage = webhook({
  name: 'statuspage',
  service: 'Statuspage',
  docs: 'https://support.atlassian.com/statuspage/docs/enable-webhook-notifications',
  match: { keys: { 'page.id': true, 'page.status_indicator': true, 'page.status_description': true } },
  rows: { component, incident },
});
