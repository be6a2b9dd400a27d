import { exportNotes, wordComments } from '../analysis/word-comments.ts';
import { t } from '../messages/translate.ts';
import { base64Of } from '../text/base64.ts';
import type { Feature } from './feature.ts';
import { exportWord, importWord, type WordExport, type WordImport } from './protocol.ts';

/** Word documents in and out, for our client's commands; what reads and writes them is loaded on first use. */
export const wordDocuments: Feature = {
  capabilities: () => ({}),
  register(session) {
    const failed = {
      refused: t('The Word document could not be worked on. The output “GCA Report” says why.'),
    };
    session.connection.onRequest<WordImport, void>(importWord.method, ({ uri }: { uri: string }) =>
      session.fenced('import from Word', failed, async (): Promise<WordImport> => {
        const bytes = await session.host.workspaceFor(session.folderUriOf(uri)).read(uri);
        if (!bytes) return { refused: t('The file is not there or cannot be read.') };
        const { importWord } = await session.host.word();
        const read = importWord(bytes);
        return 'refused' in read ? read : { text: read.text, notes: read.notes };
      }),
    );
    session.connection.onRequest<WordExport, void>(
      exportWord.method,
      ({ uri, comments }: { uri: string; comments: boolean }) =>
        session.fenced('export to Word', failed, async (): Promise<WordExport> => {
          const analysis = await session.analysisOf(uri);
          if (!analysis) return { refused: t('Open the report first.') };
          const word = await session.host.word();
          const written = await word.exportWord(analysis.report, {
            profile: analysis.profile?.profile,
            comments: comments ? wordComments(analysis) : undefined,
            date: new Date(),
          });
          return 'refused' in written
            ? written
            : { base64: base64Of(written.bytes), notes: exportNotes(analysis) };
        }),
    );
  },
};
