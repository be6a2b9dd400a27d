import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { sourceEdits } from '../../server/analysis/actions.ts';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { allParagraphs, type Report, type Section } from '../../server/report/model.ts';
import { check } from './support/reports.ts';

/**
 * Real reports, where somebody has put them beside the project. They are other people's texts and no part of it,
 * so nothing of them stands here but facts about their form.
 */
const FOLDER = join(ROOT, '..', 'shared', 'corpus');
const absent = existsSync(join(FOLDER, 'truth', 'outlines.json'))
  ? false
  : 'the folder with real reports (../shared/corpus) is not here';

interface Outlines {
  readonly files: readonly {
    readonly file: string;
    readonly dialect: string;
    readonly year: number;
    readonly symbol: string | null;
    readonly profile: string;
    readonly heads: readonly { title: string; start: number }[];
    readonly sections: readonly TrueSection[];
  }[];
}

interface TrueSection {
  readonly number: string | null;
  readonly title: string;
  readonly role: string;
  readonly titleStart: number;
  readonly paragraphs: readonly { number: string | null; textStart: number }[];
  readonly sections: readonly TrueSection[];
}

const truth = (): Outlines => JSON.parse(readFileSync(join(FOLDER, 'truth', 'outlines.json'), 'utf8'));
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

test('real reports are understood as their readers understood them', { skip: absent }, () => {
  for (const file of truth().files) {
    const { report, profile } = check(read(file.file), {}, file.file);
    assert.equal(report.dialect, file.dialect);
    assert.equal(report.year?.value, file.year);
    assert.equal(report.masthead.symbol?.value.id ?? null, file.symbol);
    assert.equal(profile?.profile.id, file.profile);
    assert.deepEqual(
      report.heads.map(head => [head.title, head.titleSpan.start]),
      file.heads.map(head => [head.title, head.start]),
    );
    const found = (section: Section): object => ({
      number: section.number,
      role: section.role,
      titleStart: section.titleSpan?.start,
      paragraphs: section.paragraphs.map(one => [one.number, one.body.start]),
      sections: section.sections.map(found),
    });
    const wanted = (section: TrueSection): object => ({
      number: section.number,
      role: section.role,
      titleStart: section.titleStart,
      paragraphs: section.paragraphs.map(one => [one.number, one.textStart]),
      sections: section.sections.map(wanted),
    });
    assert.deepEqual(report.sections.map(found), file.sections.map(wanted), file.file);
  }
});

test('of real reports only the mistakes that they have are told', { skip: absent }, () => {
  const told = truth().files.flatMap(({ file }) =>
    check(read(file), {}, file)
      .findings.filter(({ rule }) => /^(?:structure|numbering|reference|suppression)\//.test(rule))
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule, place }) => `${file} ${place} ${rule}`),
  );
  assert.deepEqual(told, ['2014.md 6.6 numbering/gap', '2019.txt 6.1+1 numbering/missing']);
});

test('renumbering a real report leaves no gap, and a second time changes nothing', { skip: absent }, () => {
  for (const { file } of truth().files) {
    const before = check(read(file), {}, file);
    const renumbered = applyEdits(before.report.text, sourceEdits(before, 'renumber'));
    const after = check(renumbered, {}, file);
    const numbering = after.findings.filter(({ rule }) => /^numbering\/(?!missing|separator)/.test(rule));
    assert.deepEqual(numbering, [], file);
    assert.deepEqual(sourceEdits(after, 'renumber'), [], file);
    assert.equal(countOf(after.report), countOf(before.report), file);
  }
});

const countOf = (report: Report): number => [...allParagraphs(report.sections)].length;
