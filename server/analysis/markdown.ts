/** Text from data files and drafts is data: nothing in it may act as Markdown in a hover. */
export const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|~<>&]/g, '\\$&').replace(/\s+/g, ' ');

/** A link in a hover; only web addresses become one. */
export const linked = (text: string, url: string | null | undefined): string =>
  url && /^https:\/\/[^\s()<>]+$/.test(url) ? `[${escaped(text)}](${url})` : escaped(text);
