import assert from 'node:assert/strict';
import { test } from 'node:test';
import { help } from '../../server/commandline/help.ts';
import { wantsColour } from '../../server/commandline/terminal.ts';
import { commandline, inFolder } from './support/commandline.ts';
import { plan2023, write } from './support/reports.ts';

test('colours are for terminals; two variables say otherwise, and which of them goes first', () => {
  for (const [env, isTerminal, wanted] of [
    [{}, true, true],
    [{}, false, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: 'true', NO_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ FORCE_COLOR: '' }, false, false],
  ] as const) {
    assert.equal(wantsColour(env, isTerminal), wanted, JSON.stringify([env, isTerminal]));
  }
});

const FAULTY = write(plan2023(), 'markdown').replace('2.2 More', '2.1 More');
const ESCAPE = '\u001b';

inFolder(
  'a finding is shown with its line, its words marked, in colours where they are wanted',
  { 'a.md': FAULTY },
  async () => {
    const { out } = await commandline(['check', 'a.md']);
    const lines = out.split('\n');
    const at = lines.findIndex(line => line.includes('numbering/repeat'));
    const [shown, mark] = lines.slice(at + 1);
    assert.match(shown, /^ +2\.1 More/);
    assert.equal(mark.trimEnd().length, shown.indexOf('2.1') + 3);
    assert.match(mark, /^ +\^\^\^$/);
    process.env.FORCE_COLOR = '1';
    try {
      const coloured = (await commandline(['check', 'a.md'])).out;
      assert.ok(coloured.includes(`${ESCAPE}[31merror`));
      assert.equal(coloured.replaceAll(/\u001b\[\d+m/g, ''), out, 'no meaning by colour alone');
      const file = await commandline(['check', 'a.md', '--output', 'out.txt']);
      assert.equal(file.out, '');
    } finally {
      delete process.env.FORCE_COLOR;
    }
  },
);

test('help is readable: no line longer than a window, one column of options', () => {
  const lines = help().split('\n');
  assert.deepEqual(
    lines.filter(line => line.length > 110),
    [],
  );
  for (const line of lines.filter(one => one.startsWith('  --') && !one.includes(', --')))
    assert.match(line, /^.{23} {2}\S/, line);
});
