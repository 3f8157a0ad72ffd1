import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createPerson } from '../../../scripts/secret-setup/terminal.js';

/** A person at a terminal that answers by a script, and everything that the terminal shows. */
function terminal() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
  return { input, person: createPerson(input, output, 'Cancelled: nothing is written'), shown: () => shown.join('') };
}

describe('createPerson', () => {
  test('createPerson: what is hidden is not shown, whether typed, corrected or pasted', async () => {
    const { input, person, shown } = terminal();
    const answer = person.askHidden('Key: ');
    input.write('secret-kex\x7fy-1234\n');
    expect(await answer).toBe('secret-key-1234');
    expect(shown()).toBe('Key: \n');
    const next = person.ask('Name: ');
    input.write(' dba \n');
    expect(await next).toBe('dba');
    expect(shown()).toContain('Name: ');
    person.close();
  });

  test('createPerson: confirm takes yes and no in both languages, Enter, and asks again for anything else', async () => {
    const { input, person } = terminal();
    const answers: boolean[] = [];
    for (const [typed, otherwise] of [
      ['', true],
      ['n', true],
      ['是', false],
      ['maybe\n否', true],
    ] as const) {
      const answer = person.confirm('Go on?', otherwise);
      input.write(`${typed}\n`);
      answers.push(await answer);
    }
    expect(answers).toEqual([true, false, true, false]);
    person.close();
  });

  test.each(['\x03', '\x04'])('createPerson: %j ends the questions', async (key) => {
    const { input, person } = terminal();
    const answer = person.askHidden('Key: ');
    input.write(key);
    await expect(answer).rejects.toThrow('Cancelled: nothing is written');
    await expect(person.ask('Name: ')).rejects.toThrow('Cancelled');
  });
});
