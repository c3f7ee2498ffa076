import { type App, type BlockAction, type BlockButtonAction, type BlockPlainTextInputAction, type BlockStaticSelectAction, webApi } from '@slack/bolt';
import { categoryBlocks, HOME, homeView } from '../../render/home.js';
import { lookupModal } from '../../render/lookup-modal.js';
import { answerOn } from '../answering.js';
import { type Desk, examplesOf } from '../desk.js';
import { type Clicked, placeOf } from '../place.js';
import { answerTo, packRequest, type Request, unpackRequest } from '../request.js';

/** The Home tab is drawn whenever someone opens it; the tab with messages gets prompts to begin with. */
export function answerHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'messages') return prompt(event.channel, client, desk);
    const { catalog } = desk.library;
    // Slack sends along what the tab shows already: nothing on the first visit, also after a restart of the bot.
    const isFirst = event.view === undefined && desk.welcomed.claim(event.user);
    const { conduct, ways } = desk;
    await client.views.publish({
      user_id: event.user,
      view: homeView({ catalog, examples: examplesOf(desk), ways, supportContact: conduct.supportContact, isFirst }),
    });
  });

  const open = async (clicked: Clicked, request: Request | undefined) => {
    const place = placeOf(clicked);
    await answerOn(
      desk,
      { surface: 'home', user: place.user, ask: () => answerTo(desk.library.bot, request), frame: { audience: place.audience, ...(request && { request }) } },
      (message, answer) => place.replace(message, answer, request && packRequest(request)),
    );
  };

  app.action<BlockAction>({ type: 'block_actions', action_id: HOME.lookUp }, async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: lookupModal() });
  });

  app.action<BlockPlainTextInputAction>({ type: 'block_actions', action_id: HOME.ask }, async ({ ack, action, ...clicked }) => {
    await ack();
    await open(clicked, { ask: action.value ?? '' });
  });

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: new RegExp(`^${HOME.example}_\\d+$`) }, async ({ ack, action, ...clicked }) => {
    await ack();
    await open(clicked, unpackRequest(action.value));
  });

  for (const action_id of [HOME.control, HOME.service]) {
    app.action<BlockStaticSelectAction>({ type: 'block_actions', action_id }, async ({ ack, action, ...clicked }) => {
      await ack();
      await open(clicked, unpackRequest(action.selected_option?.value));
    });
  }

  app.action<BlockStaticSelectAction>({ type: 'block_actions', action_id: HOME.category }, async ({ ack, action, body, client }) => {
    await ack();
    const found = desk.library.catalog.categories.find(({ category }) => category === action.selected_option?.value);
    await client.views.open({ trigger_id: body.trigger_id, view: lookupModal({ blocks: found ? categoryBlocks(found.category, found.services) : [] }) });
  });
}

/** Questions to begin with, for the agent view of paid plans. Elsewhere Slack refuses, and nothing is missing. */
async function prompt(channel_id: string, client: webApi.WebClient, desk: Desk): Promise<void> {
  const prompts = examplesOf(desk)
    .slice(0, 4)
    .map((example) => ({ title: example, message: example }));
  const [first, ...rest] = prompts;
  if (!first) return;
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id, title: 'Who is responsible? For example:', prompts: [first, ...rest] });
  } catch (err) {
    if (!(err instanceof webApi.WebAPIPlatformError)) throw err;
    desk.log.debug({ err }, 'no suggested prompts here');
  }
}
