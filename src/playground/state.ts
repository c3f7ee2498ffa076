/** What the page shows, and what it may ask for. Both sides, the server and the page, use these types. */

/** A message, as the person at the page sees it. */
export interface ShownMessage {
  channel: string;
  ts: string;
  user: string;
  text: string;
  blocks: object[];
  thread?: string;
  /** Only the person at the page sees it. */
  isPrivate: boolean;
}

/** A modal, or the Home tab: the view as the bot sent it. */
export interface ShownView {
  id: string;
  content: ViewContent;
}

/** The fields of a view that the page needs. */
export interface ViewContent {
  title?: { text: string };
  submit?: { text: string };
  close?: { text: string };
  blocks: object[];
}

/** A way to ask from a menu, as the manifest declares it. */
export interface Shortcut {
  name: string;
  id: string;
  type: 'global' | 'message';
}

/** Everything on the page. Sent whole at each change: it is small. */
export interface State {
  messages: ShownMessage[];
  home?: ShownView;
  /** The modals on the screen, the top one last. */
  modals: ShownView[];
  shortcuts: Shortcut[];
  /** What the bot suggests to write to it. */
  prompts: { title: string; message: string }[];
  knowledge: { services: number; controls: number; loaded: string; mistakes: readonly string[]; warnings: readonly string[] };
}

/** An option of a menu. */
export interface Choice {
  label: string;
  value: string;
  group?: string;
  description?: string;
}

/** What came of an action: something to open, to choose from, to correct, or to know. */
export interface Outcome {
  thread?: { channel: string; ts: string };
  choices?: Choice[];
  /** Block id to message, when a modal was submitted. */
  errors?: Record<string, string>;
  notice?: string;
}

/** Where the page is: Slack's ids for the channel, the direct conversation, and the two who talk. */
export const PLACES = { channel: 'C0GENERAL', direct: 'D0ALICE01', person: 'U0ALICE01', bot: 'U0SRM0BOT' };
