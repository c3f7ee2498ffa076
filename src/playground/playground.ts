import type { Server } from 'node:http';
import { z } from 'zod';
import type { SlackMessage } from '../../test/support/fake-slack/index.js';
import { bundlePage } from './bundle.js';
import { EditedKnowledge } from './knowledge.js';
import { servePage } from './page-server.js';
import { Person, shown } from './person.js';
import { readShortcuts } from './shortcuts.js';
import { PLACES, type ShownMessage, type State } from './state.js';
import { startWorkspace } from './workspace.js';

interface Settings {
  knowledgeDir: string;
  /** 0 takes any free one. */
  port: number;
}

/** Starts everything: the fake Slack, the bot on it, and the page. */
export async function startPlayground({ knowledgeDir, port }: Settings): Promise<{ url: string; server: Server }> {
  const knowledge = new EditedKnowledge(knowledgeDir);
  knowledge.watch();
  const [{ slack }, assets] = await Promise.all([startWorkspace(knowledge.library), bundlePage()]);
  const person = new Person(slack);
  const shortcuts = readShortcuts();
  const state = (): State => {
    const home = slack.views.home(PLACES.person);
    return {
      messages: slack.conversations.messages.filter(isSeen).map(toShown),
      ...(home && { home: shown(home) }),
      modals: person.modals.map(shown),
      shortcuts,
      prompts: Prompts.parse(slack.prompts.get(PLACES.direct)?.prompts ?? []),
      knowledge: knowledge.status,
    };
  };
  return servePage(port, { assets, state, act: (action) => person.act(action) });
}

const Prompts = z.array(z.object({ title: z.string(), message: z.string() }));

const isSeen = ({ visibleTo }: SlackMessage): boolean => visibleTo === undefined || visibleTo === PLACES.person;

function toShown({ channel, ts, user, text, blocks, thread_ts, visibleTo }: SlackMessage): ShownMessage {
  return {
    channel,
    ts,
    user,
    text,
    blocks: blocks.filter((block) => typeof block === 'object' && block !== null),
    isPrivate: visibleTo !== undefined,
    ...(thread_ts && { thread: thread_ts }),
  };
}
