import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** LibreOffice without a window, and what reads the PDF files that it writes. */
const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** The reason why the tests cannot run here; false where they can. */
export const missing: string | false = !has('soffice')
  ? 'LibreOffice is not installed (apt-get install libreoffice-writer)'
  : !has('pdftotext')
    ? 'pdftotext is not installed (apt-get install poppler-utils)'
    : false;

/** How long one start of LibreOffice may take. */
const LIMIT_MS = 180_000;

/**
 * A folder in which files are converted; it goes when it is closed. What is put in and what comes out lie apart, so
 * that nothing that went in is taken for what came out.
 */
export class Office {
  private readonly folder = mkdtempSync(join(tmpdir(), 'gca-report-office-'));
  private readonly out = join(this.folder, 'out');

  constructor() {
    mkdirSync(this.out);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  put(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.folder, name), content);
  }

  get(name: string): Uint8Array {
    return new Uint8Array(readFileSync(join(this.out, name)));
  }

  /** Puts in again what came out. */
  again(name: string): void {
    this.put(name, this.get(name));
  }

  /**
   * Converts files, all with one start of the program.
   *
   * @param to LibreOffice's name for the format: `pdf`, `odt`, `docx:MS Word 2007 XML`
   * @param from its name for the filter to read with, where the ending does not tell
   */
  convert(names: readonly string[], to: string, from?: string): void {
    const args = [
      `-env:UserInstallation=file://${join(this.folder, 'profile')}`,
      '--headless',
      ...(from ? [`--infilter=${from}`] : []),
      '--convert-to',
      to,
      '--outdir',
      this.out,
      ...names.map(name => join(this.folder, name)),
    ];
    execFileSync('soffice', args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: LIMIT_MS });
  }

  /** The pages of a PDF file as text, laid out as they are printed. */
  pages(name: string): string[] {
    const text = execFileSync('pdftotext', ['-layout', join(this.out, name), '-'], { encoding: 'utf8' });
    return text.split('\f').slice(0, -1);
  }
}
