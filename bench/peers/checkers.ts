/**
 * How each peer is asked to check a text: with the rules that it has on by itself. What is imported here lies beside
 * this file once the bench has installed it; the compiler of the project does not know it.
 */
const load = async <T>(name: string): Promise<T> => (await import(name)) as T;

/** Checks a text anew, whatever it has seen before. */
export type Check = (text: string) => unknown;

/** A parser of Markdown, and no checker: what others begin with. */
export async function markdownIt(): Promise<Check> {
  const { default: Parser } = await load<{ default: new () => MarkdownIt }>('markdown-it');
  const parser = new Parser();
  return text => parser.parse(text, {});
}

interface MarkdownIt {
  parse(text: string, env: object): { map: unknown }[];
}

export async function markdownlint(): Promise<Check> {
  const { lint } = await load<{ lint(options: object): unknown }>('markdownlint/sync');
  return text => lint({ strings: { text } });
}

/** What VS Code's own Markdown extension tells of links: the one checker here that looks at nothing else. */
export async function languageService(): Promise<Check> {
  const [service, { default: Parser }, { TextDocument }, { URI }] = await Promise.all([
    load<LanguageService>('vscode-markdown-languageservice'),
    load<{ default: new () => MarkdownIt }>('markdown-it'),
    load<{ TextDocument: { create(...of: unknown[]): object } }>('vscode-languageserver-textdocument'),
    load<{ URI: { parse(url: string): unknown } }>('vscode-uri'),
  ]);
  const parser = new Parser();
  const never = () => ({ dispose() {} });
  const nothing = async () => undefined;
  const workspace = {
    workspaceFolders: [],
    onDidChangeMarkdownDocument: never,
    onDidCreateMarkdownDocument: never,
    onDidDeleteMarkdownDocument: never,
    getAllMarkdownDocuments: async () => [],
    hasMarkdownDocument: () => false,
    openMarkdownDocument: nothing,
    stat: nothing,
    readDirectory: async () => [],
  };
  const links = service.createLanguageService({
    workspace,
    parser: {
      slugifier: service.githubSlugifier,
      tokenize: async (document: { getText(): string }) => parser.parse(document.getText(), {}),
    },
    logger: { level: 0, log() {} },
  });
  const options = {
    validateReferences: 'warning',
    validateFragmentLinks: 'warning',
    validateFileLinks: 'ignore',
    validateMarkdownFileLinkFragments: 'ignore',
    validateUnusedLinkDefinitions: 'warning',
    validateDuplicateLinkDefinitions: 'warning',
    ignoreLinks: [],
  };
  const token = { isCancellationRequested: false, onCancellationRequested: never };
  let version = 0;
  return text => {
    const url = `file:///bench/${++version}.md`;
    const document = Object.assign(TextDocument.create(url, 'markdown', version, text), {
      $uri: URI.parse(url),
    });
    return links.computeDiagnostics(document, options, token);
  };
}

interface LanguageService {
  readonly githubSlugifier: unknown;
  createLanguageService(of: object): { computeDiagnostics(...of: unknown[]): Promise<unknown> };
}

export async function textlint(): Promise<Check> {
  const [{ TextlintKernel }, plugin, todo, writeGood] = await Promise.all([
    load<{ TextlintKernel: new () => { lintText(text: string, options: object): Promise<unknown> } }>(
      '@textlint/kernel',
    ),
    load<{ default: Wrapped }>('@textlint/textlint-plugin-markdown'),
    load<{ default: Wrapped }>('textlint-rule-no-todo'),
    load<{ default: Wrapped }>('textlint-rule-write-good'),
  ]);
  const kernel = new TextlintKernel();
  const options = {
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin: unwrapped(plugin.default) }],
    rules: [
      { ruleId: 'no-todo', rule: unwrapped(todo.default) },
      { ruleId: 'write-good', rule: unwrapped(writeGood.default) },
    ],
  };
  return text => kernel.lintText(text, options);
}

/** What a CommonJS module exports by default may lie one deeper. */
type Wrapped = { default?: unknown };
const unwrapped = (module: Wrapped): unknown => module.default ?? module;

export async function harper(): Promise<Check> {
  const [{ LocalLinter }, { binaryInlined }] = await Promise.all([
    load<{
      LocalLinter: new (of: object) => { setup(): Promise<void>; lint(text: string): Promise<unknown> };
    }>('harper.js'),
    load<{ binaryInlined: unknown }>('harper.js/binaryInlined'),
  ]);
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  return text => linter.lint(text);
}
