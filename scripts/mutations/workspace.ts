import type { Mutation } from './mutation.ts';

const links = 'no link is followed, on the way or at the end';
const outside = 'nothing outside the folder is read';

/** Rows S1 to S7: what a workspace may point to and decide. */
export const WORKSPACE: readonly Mutation[] = [
  {
    row: 'S1',
    out: 'steps upwards in a path of a configuration',
    file: 'server/workspace/inside.ts',
    from: "return steps.some(step => UPWARDS.test(step)) ? null : steps.join('/');",
    to: "return steps.join('/');",
    test: ['workspace-inside', 'a path of a configuration is inside the folder, or it is none'],
  },
  {
    row: 'S1',
    out: 'absolute paths in a configuration',
    file: 'server/workspace/inside.ts',
    from: "if (slashed.startsWith('/') || DRIVE.test(slashed) || slashed.includes('\\0')) return null;",
    to: '',
    test: ['workspace-inside', 'a path of a configuration is inside the folder, or it is none'],
  },
  {
    row: 'S1',
    out: 'asking for paths in config.json',
    file: 'server/rules/config.ts',
    from: 'insidePath(item.value) : undefined',
    to: 'item.value : undefined',
    test: [
      'workspace-inside',
      'a configuration that leads out is told at its place, and the rest of it holds',
    ],
  },
  {
    row: 'S1',
    out: 'asking for paths in the settings',
    file: 'server/lsp/server.ts',
    from: 'const inside = insidePath(place);',
    to: 'const inside: string | null = place;',
    test: ['trust', 'a setting of the archive that leads out is told once, and not followed'],
  },
  {
    row: 'S2',
    out: 'looking for links, on the disk',
    file: 'server/platform/disk.ts',
    from: "if ((await lstat(path)).isSymbolicLink()) return 'link';",
    to: 'await lstat(path);',
    test: ['workspace-inside', `on the disk: ${links}`],
  },
  {
    row: 'S2',
    out: 'looking for links, through the editor',
    file: 'client/files.ts',
    from: "if (linksBar && found.some(one => one && one.type & FileType.SymbolicLink)) return 'link';",
    to: '',
    test: ['workspace-inside', `through the editor: ${links}`],
  },
  {
    row: 'S3',
    out: 'the editor’s own bounds',
    file: 'client/files.ts',
    from: "let barrier: Barrier = 'outside';\n    for (const root of this.#roots())",
    to: 'let barrier = null as unknown as Barrier;\n    for (const root of this.#roots())',
    test: ['workspace-inside', `through the editor: ${outside}`],
  },
  {
    row: 'S3',
    out: 'spellings of a step upwards',
    file: 'client/files.ts',
    from: "if (steps.includes('..') || uri.path.includes('\\\\')) return 'outside';",
    to: '',
    test: ['workspace-inside', 'no spelling of an address leaves the workspace in the editor'],
  },
  {
    row: 'S3',
    out: 'the bounds of the server’s own disk',
    file: 'server/platform/disk.ts',
    from: "let barrier: Barrier = 'outside';",
    to: 'let barrier = null as unknown as Barrier;',
    test: ['workspace-inside', `by address: ${outside}`],
  },
  {
    row: 'S4',
    out: 'asking before a fix writes into .gca-report',
    file: 'server/lsp/session.ts',
    from: 'if (await workspace.barrier(workspace.resolve(folder.uri, path))) return false;',
    to: 'workspace.resolve(folder.uri, path);',
    test: [
      'trust',
      'fixes that write into .gca-report are offered where its files are read, and lead nowhere else',
    ],
  },
  {
    row: 'S4',
    out: 'asking before the baseline is written',
    file: 'server/commandline/accept.ts',
    from: 'const barred = await workspace.barrier(path);',
    to: 'const barred = null as never;',
    test: [
      'commandline-confined',
      '.gca-report as a link is told, and nothing of it counts or is written there',
    ],
  },
  {
    row: 'S5',
    out: 'leaving .gca-report alone until trust is given',
    file: 'server/analysis/project.ts',
    from: 'this.readsOwn = this.trusted && (await this.isOpen(folder));',
    to: 'this.readsOwn = await this.isOpen(folder);',
    test: [
      'trust',
      'in one that is not, nothing in .gca-report decides anything, and no Word document is opened',
    ],
  },
  {
    row: 'S5',
    out: 'the editor’s word on trust',
    file: 'server/lsp/server.ts',
    from: 'trusted: trusted !== false,',
    to: 'trusted: trusted !== undefined,',
    test: ['trust', 'the server takes the word of the editor, and its change'],
  },
  {
    row: 'S6',
    out: 'leaving Word documents closed until trust is given',
    file: 'server/analysis/project.ts',
    from: '(this.trusted ? word(bytes) : untrustedWord())',
    to: 'word(bytes)',
    test: [
      'trust',
      'in one that is not, nothing in .gca-report decides anything, and no Word document is opened',
    ],
  },
  {
    row: 'S7',
    out: 'a setting that VS Code keeps back',
    file: 'package.json',
    from: '"gcaReport.archive",\n        "gcaReport.detect"',
    to: '"gcaReport.detect"',
    test: ['trust', 'what is off in an untrusted workspace is written down where the editor shows it'],
  },
];
