/** Limits of Slack's Block Kit (docs.slack.dev/reference/block-kit), and text that keeps inside them. */
export const LIMIT = {
  blocks: 50,
  section: 3000,
  header: 150,
  button: 75,
  value: 2000,
  actions: 25,
  contextElements: 10,
  tableRows: 100,
  tableCells: 10_000,
  text: 4000,
} as const;

/** Plain text as mrkdwn: `& < >` are the only characters that Slack asks to escapeText, and without `<` nothing can ping or link. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export const bold = (text: string): string => `*${escapeText(text).replaceAll('*', '∗')}*`;

/** A link with a label; the address must be one of ours, never a person's. */
export function link(address: string, label: string): string {
  return `<${address.replaceAll('>', '%3E').replaceAll('|', '%7C')}|${escapeText(label).replaceAll('|', '/')}>`;
}

/** Cuts a text to a length, between words where there are any, and says so with an ellipsis. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > limit / 2 ? space : limit - 1)}…`;
}
