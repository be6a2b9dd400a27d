import { extensions } from 'vscode';

describe('activation', () => {
  it('finds the extension', () => {
    const extension = extensions.getExtension('gca-report.gca-report');
    if (!extension) throw new Error('not there');
  });
});
