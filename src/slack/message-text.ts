/** What a person wrote in a message: without the mention of this bot, and without the escapes that Slack puts on `&`, `<` and `>`. */
export function messageText(text: string | undefined, botUserId: string | undefined): string {
  const mention = botUserId ? new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g') : /(?!)/g;
  // The ampersand comes last, so that "&amp;lt;" stays the text "&lt;".
  return (text ?? '').replace(mention, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

const ASKING = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast']);

/** False for what is not a question by a person: messages by bots (two bots would talk for ever), edits, deletions, joins. */
export function isByPerson(event: { user?: unknown; subtype?: string | undefined; bot_id?: unknown; edited?: unknown }): boolean {
  return event.user !== undefined && event.user !== 'USLACKBOT' && !event.bot_id && !event.edited && ASKING.has(event.subtype);
}
