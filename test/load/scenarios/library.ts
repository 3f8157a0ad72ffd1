import { sampleKey } from '../../../local/secrets-manager/sample-secret.js';
import { startWecomSimulator } from '../../../local/wecom/simulator.js';
import { systemClock } from '../../../src/base/clock.js';
import { createRobot } from '../../../src/library/robot.js';
import { createHttpsTransport } from '../../../src/wecom/post/https-transport.js';
import { watchWecom } from '../load-bench.js';
import { range, type Scenario, tokenOf } from '../scenario.js';

const COUNT = 100;
const ROBOT = 'default';

/** A script that pushes all it has and knows of no limit; no AWS is near. */
export const library: Scenario = {
  title: 'The library: 100 messages pushed at once by createRobot({ paced: true })',
  run: async () => {
    const accessKey = sampleKey(1);
    const wecom = await startWecomSimulator({ keys: { [accessKey]: ROBOT }, window: 'both' });
    const { baseUrl } = wecom;
    const transport = createHttpsTransport({ baseUrl, clock: systemClock, ca: wecom.cert });
    const robot = createRobot({ accessKey, baseUrl, transport, paced: true });
    const { shown, figures } = watchWecom(wecom, [ROBOT]);
    const at = systemClock.now();
    const sent = range(COUNT).map((number) => ({ robot: ROBOT, token: tokenOf(number), at }));
    const results = await Promise.all(sent.map(({ token }) => robot.push(`对账 ${token} 完成`)));
    const balanced = figures({ sent, died: [], parked: [] });
    await wecom.close();
    return {
      rows: [{ title: 'the library, paced: 100 at once', figures: balanced }],
      checks: {
        'none is refused': results.every(({ status }) => status === 'delivered') && balanced.limited === 0,
        'every one is shown, once': balanced.shown === COUNT && balanced.messages === COUNT,
        'in the order they were pushed': shown.every(({ text }, index) => text.includes(tokenOf(index))),
      },
    };
  },
};
