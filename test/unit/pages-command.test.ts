import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf, rules } from '../../server/rules/index.ts';
import { Uri } from './support/vscode.ts';

const { pageUri } = await import('../../client/pages.ts');
const home = Uri.file('/home/who/extensions/gca-report');
const address = (path: string) => `${home.toString()}/${path}`;

test('the page of every rule is opened', () => {
  for (const { id } of rules)
    assert.equal(pageUri(home as never, address(pageOf(id)))?.toString(), address(pageOf(id)));
});

test('nothing else is', () => {
  for (const page of [
    address('docs/rules/../../../../secret.md'),
    address('docs/rules/%2e%2e/%2e%2e/secret.md'),
    address('docs/rules/..%2f..%2fsecret.md'),
    address('docs/rules/deep/secret.md'),
    address('README.md'),
    'file:///docs/rules/date-form.md',
    'https://evil.example/docs/rules/date-form.md',
    'command:evil/date-form.md',
    7,
    undefined,
    { path: address('docs/rules/date-form.md') },
  ])
    assert.equal(pageUri(home as never, page), undefined, String(page));
});
