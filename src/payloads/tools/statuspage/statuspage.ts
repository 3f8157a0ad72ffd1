import { webhook } from '../../toolkit/tool.js';
import { component } from './component.js';
import { incident } from './incident.js';

/** Statuspage, and every page made with it. @see https://support.atlassian.com/statuspage/docs/enable-webhook-notifications */
export const statuspage = webhook({
  name: 'statuspage',
  service: 'Statuspage',
  match: { keys: { 'page.id': true, 'page.status_indicator': true, 'page.status_description': true } },
  rows: { component, incident },
});
