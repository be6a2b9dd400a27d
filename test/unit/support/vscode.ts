import * as module from 'node:module';

type Resolved = { readonly url: string; readonly shortCircuit?: boolean };
type Resolve = (specifier: string, context: object) => Resolved;

/** In the Node that tests run on; our types are those of the oldest Node that the extension runs on. */
const { registerHooks } = module as unknown as {
  registerHooks(hooks: { resolve(specifier: string, context: object, next: Resolve): Resolved }): void;
};

/**
 * Stands in for the module `vscode`, which only an editor has. Import it first, and our client's files by
 * `await import(…)` after it.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode'
      ? { url: new URL('./fake-vscode.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

export {
  activated,
  closed,
  configured,
  EventEmitter,
  editor,
  granted,
  languages,
  opened,
  Uri,
} from './fake-vscode.ts';
