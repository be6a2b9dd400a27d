import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import type { Feature } from './feature.ts';
import { Timers } from './timers.ts';

/** How long files may go on changing before they are read again. */
const BURST = 100;

/** What may bear on a report: other reports, and the files in which a workspace keeps what is its own. */
const WATCHED: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.{md,txt,gca,docx}' },
  { globPattern: '**/.gca-report/**' },
  // Of a folder that is deleted or renamed, an editor tells the folder alone.
  { globPattern: '**/*', kind: WatchKind.Delete },
];

/** Whether a change may bear on a report. What is gone was perhaps a folder, if it is not named as a file is. */
const matters = ({ uri, type }: FileEvent): boolean =>
  /\.(?:md|txt|gca|docx)$|\/\.gca-report(?:\/|$)/i.test(uri) ||
  (type === FileChangeType.Deleted && !/\.[a-z]\w*$|\/\.git\//i.test(uri));

/**
 * Earlier reports and data files that change while a draft is open. An editor that can is asked to watch them; for
 * one that cannot they are read again when a document is opened or saved.
 */
export const fileChanges: Feature = {
  capabilities: () => ({}),
  register(session, client) {
    const timers = new Timers();
    const later = () => timers.set('files', BURST, () => void session.refresh());
    session.connection.onDidChangeWatchedFiles(({ changes }) => {
      if (changes.some(matters)) later();
    });
    if (client.watchesFiles) return;
    session.documents.onSave(later);
    session.documents.onOpen(() => {
      // What the first document of all is held against has just been read.
      if (session.documents.all().length > 1) later();
    });
  },
  start(session, client) {
    if (!client.watchesFiles) return;
    const watchers = [...WATCHED];
    void session.fenced('watching files', undefined, async () => {
      await session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
  },
};
