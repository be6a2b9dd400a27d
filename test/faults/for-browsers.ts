import * as module from 'node:module';

type Context = { readonly conditions: readonly string[] };
type Resolved = { readonly url: string };
type Resolve = (specifier: string, context: Context) => Resolved;

/** In the Node that tests run on; our types are those of the oldest Node that the extension runs on. */
const { registerHooks } = module as unknown as {
  registerHooks(hooks: { resolve(specifier: string, context: Context, next: Resolve): Resolved }): void;
};

/** The protocol library gives its editions for browsers to who says that it is one: import this file first. */
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier,
      specifier.endsWith('/browser')
        ? { ...context, conditions: [...context.conditions, 'browser'] }
        : context,
    ),
});
