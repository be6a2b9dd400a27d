/** What the page says before it has anything to show, and its language. */
export interface PageWords {
  readonly language: string;
  readonly title: string;
  readonly empty: string;
}

const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * What the page may do: run the script and the styles that carry the nonce. No request, picture, frame or form, no
 * other script whatever its address, and no address that others are counted from.
 */
const policy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;

/** The page of the Figures view: no inline script, styles by VS Code's own colours, nothing from anywhere else. */
export function figuresPage(script: string, nonce: string, { language, title, empty }: PageWords): string {
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">
html { scroll-padding-top: 3em; }
body { padding: 0 8px 8px; color: var(--vscode-foreground); font: var(--vscode-font-size) var(--vscode-font-family); }
.toolbar { display: flex; flex-wrap: wrap; gap: 6px; padding: 6px 0; position: sticky; top: 0; background: var(--vscode-panel-background, var(--vscode-editor-background)); }
.toolbar[hidden] { display: none; }
select, .toolbar button { color: var(--vscode-button-secondaryForeground, var(--vscode-foreground)); background: var(--vscode-button-secondaryBackground, transparent); border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, transparent)); padding: 3px 8px; border-radius: 2px; font: inherit; cursor: pointer; }
select { color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background); border-color: var(--vscode-dropdown-border, transparent); }
button:focus-visible, select:focus-visible, th:focus-visible, td:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 3px 8px 3px 0; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, rgba(128,128,128,.25))); font-weight: normal; vertical-align: baseline; }
thead th { font-weight: 600; }
.value { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.name, .link { background: none; border: 0; padding: 0; font: inherit; color: inherit; text-align: inherit; cursor: pointer; }
.link { color: var(--vscode-textLink-foreground); }
.link:hover, .name:hover { text-decoration: underline; }
.stale th .name { font-weight: 600; }
.mark { color: var(--vscode-editorWarning-foreground); }
.status { color: var(--vscode-descriptionForeground); margin: 4px 0 8px; }
svg { width: 100%; max-width: 460px; height: auto; }
svg text { fill: var(--vscode-foreground); font-size: 11px; }
.line { fill: none; stroke: var(--vscode-charts-blue, currentColor); stroke-width: 2; }
.dot { fill: var(--vscode-charts-blue, currentColor); }
.axis { stroke: var(--vscode-descriptionForeground, currentColor); stroke-width: 1; }
</style>
</head>
<body>
<main>
<div id="tools" class="toolbar" role="group" hidden>
<select id="role"></select>
<button id="next" type="button"></button>
<button id="copy" type="button"></button>
</div>
<p id="status" class="status" role="status">${escaped(empty)}</p>
<div id="figures"></div>
</main>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>`;
}

/** A number used once: a script that does not carry it does not run. */
export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
