import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/root.ts';
import { commandline, inFolder } from './support/commandline.ts';
import { reflow } from './support/reflow.ts';
import { plan2023, write } from './support/reports.ts';

const DRAFT = readFileSync(join(ROOT, 'samples/draft-2025.gca.md'), 'utf8').replaceAll('\r\n', '\n');
const SOUND = write(plan2023(), 'markdown');
const FAULTY = SOUND.replace('2.2 More', '2.1 More');
const BASELINE = '.gca-report/baseline.json';

const entries = (path = BASELINE): { rule: string; file: string }[] =>
  JSON.parse(readFileSync(path, 'utf8')).findings;
const findings = async (...argv: string[]) => {
  const { out } = await commandline(['check', '--format', 'json', ...argv]);
  return JSON.parse(out).files.flatMap((file: { findings: object[] }) => file.findings);
};

inFolder(
  'a baseline made, the text reflowed: nothing new is reported',
  { 'draft.md': DRAFT },
  async folder => {
    const all = await findings('draft.md');
    assert.ok(all.length > 50);
    const made = await commandline(['check', 'draft.md', '--update-baseline']);
    assert.deepEqual([made.status, made.out], [0, '']);
    assert.equal(made.err, `gca-report: ${BASELINE}: ${all.length} findings accepted.\n`);
    assert.equal(entries().length, all.length);
    folder.write('draft.md', reflow(DRAFT, 60).replaceAll('\n', '\r\n'));
    for (const name of ['draft.md', './draft.md', join(folder.path, 'draft.md'), '.', '*.md']) {
      const { status, out } = await commandline(['check', name, '--fail-on', 'info']);
      assert.deepEqual(
        [status, out],
        [0, 'one report checked: no findings under the enabled rules.\n'],
        name,
      );
    }
    folder.write('draft.md', DRAFT.replace('\n2.2 ', '\n2.2 New new words. '));
    const fresh: { rule: string }[] = await findings('draft.md');
    assert.ok(
      fresh.some(({ rule }) => rule === 'text/doubled-word'),
      'what is new is told',
    );
  },
);

inFolder(
  'another baseline file, in a folder that is not there yet; without it all is told',
  { 'a.md': FAULTY },
  async folder => {
    const named = ['--baseline', 'accepted/a.json'];
    assert.equal((await commandline(['check', 'a.md', '--update-baseline', ...named])).status, 0);
    assert.deepEqual(readdirSync(join(folder.path, 'accepted')), ['a.json'], 'no half-written file stays');
    assert.equal((await commandline(['check', 'a.md', ...named])).status, 0);
    assert.equal((await commandline(['check', 'a.md'])).status, 1);
    const gone = await commandline(['check', 'a.md', '--baseline', 'nowhere.json']);
    assert.equal(gone.status, 2);
    assert.match(gone.err, /nowhere\.json: The file is not there or cannot be read/);
  },
);

inFolder(
  'an update keeps what was accepted in other reports, and drops what is gone',
  { 'a.md': FAULTY, 'b.md': FAULTY, 'c.md': FAULTY },
  async folder => {
    await commandline(['check', 'a.md', 'b.md', 'c.md', '--update-baseline']);
    const of = (name: string) => entries().filter(({ file }) => file === name).length;
    const each = of('b.md');
    assert.ok(each > 0);
    folder.write('a.md', SOUND);
    folder.delete('c.md');
    const { err } = await commandline(['check', 'a.md', '--update-baseline']);
    assert.match(err, new RegExp(`: 0 findings accepted, ${each} of other reports kept\\.`));
    assert.deepEqual([of('a.md'), of('b.md'), of('c.md')], [0, each, 0]);
    folder.write('b.md', '');
    const refused = await commandline(['check', 'b.md', '--update-baseline']);
    assert.equal(refused.status, 2);
    assert.equal(of('b.md'), each, 'a report that could not be read loses nothing');
  },
);

const FOREIGN = {
  'another tool’s': '[{"check_name":"x","fingerprint":"y"}]',
  'a SARIF log': '{"version":"2.1.0","runs":[]}',
  'no JSON at all': 'accepted: all\n',
  'half of one': '{ "findings": [ { "rule": "numbering/gap" } ] }',
};
for (const [name, content] of Object.entries(FOREIGN)) {
  inFolder(
    `a baseline of another form is told, and not overwritten: ${name}`,
    { 'a.md': FAULTY, 'other.json': content },
    async () => {
      const checked = await commandline(['check', 'a.md', '--baseline', 'other.json']);
      assert.equal(checked.status, 2);
      assert.match(checked.err, /^gca-report: other\.json: /);
      assert.match(checked.out, /numbering\/repeat/, 'the findings are told all the same');
      const updated = await commandline(['check', 'a.md', '--baseline', 'other.json', '--update-baseline']);
      assert.equal(updated.status, 2);
      assert.match(updated.err, /other\.json: This is no baseline\. .* Nothing was written\./);
      assert.equal(readFileSync('other.json', 'utf8'), content);
    },
  );
}

inFolder('a baseline where no file can be written', { 'a.md': FAULTY, folder: 'a file' }, async () => {
  const { status, err } = await commandline([
    'check',
    'a.md',
    '--update-baseline',
    '--baseline',
    'folder/b.json',
  ]);
  assert.equal(status, 2);
  assert.match(err, /folder\/b\.json: the file cannot be written/);
});
