/**
 * The README as an editor can show it where the project has no address on the web: the Extensions page of VS Code and
 * the Marketplace take pictures from `https:` alone, and follow no relative links. What would be broken is left out:
 * paragraphs and tables of pictures, and the links of links, whose words stay.
 */
export function withoutAddress(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .filter(block => !PICTURE.test(block))
    .map(block => block.replace(RELATIVE_LINK, '$1'))
    .join('\n\n');
}

const PICTURE = /!\[[^\]]*\]\((?!https:)/;
const RELATIVE_LINK = /(?<!!)\[([^\]]+)\]\((?!\w+:|#)[^)]*\)/g;
