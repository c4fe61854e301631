// The page of `netlint next --format html`, as it is shown beside the journal.
import { createHash } from "node:crypto";

// The page follows the system's colors, VS Code its own theme, and VS Code paints quotes itself.
const STYLE = `html body {
  --text: var(--vscode-editor-foreground); --faint: var(--vscode-descriptionForeground);
  --page: var(--vscode-editor-background); --line: var(--vscode-panel-border, #8886); --accent: var(--vscode-textLink-foreground);
  padding: 1rem; color: var(--text); background: var(--page); font-family: var(--vscode-font-family), sans-serif
}
html body blockquote { background: none; border-color: var(--line) }
html body code { color: var(--faint); background: none }
`;

/** The page in the colors of the editor; nothing where it is not one that forbids itself everything else. */
export function page(html: string): string | undefined {
  if (!isHarmless(html)) return undefined;
  const hash = createHash("sha256").update(STYLE).digest("base64");
  return html.replace("style-src ", () => `style-src 'sha256-${hash}' `).replace("</head>", () => `<style>${STYLE}</style></head>`);
}

/** Whether nothing from outside can come in: its policy forbids all but its own style, and it has no script. */
export function isHarmless(html: string): boolean {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
  const parts = policy.split(";").map((part) => part.trim());
  return parts.includes("default-src 'none'") && !/script-src|unsafe-/.test(policy) && !/<script\b/i.test(html);
}
