/**
 * Text from data files and drafts is data: nothing in it may act as Markdown in a hover, be it a link, a command,
 * an address that becomes a link by itself, or HTML.
 */
export const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|~<>&@=$]|:(?=\/\/)/g, '\\$&').replace(/\s+/g, ' ');

/** Whether an address is one of the web, and no more than that: no command, no file, no name before the host. */
export const isWebAddress = (url: string): boolean => /^https:\/\/[^\s()<>\\@]+$/.test(url);

/** A link in a hover; only web addresses become one. */
export const linked = (text: string, url: string | null | undefined): string =>
  url && isWebAddress(url) ? `[${escaped(text)}](${url})` : escaped(text);
