import type { App, BlockButtonAction, BlockExternalSelectAction, GlobalShortcut, ViewSubmitAction } from '@slack/bolt';
import { LOOKUP, lookupModal } from '../../render/lookup-modal.js';
import { answerOn } from '../answering.js';
import type { Desk } from '../desk.js';
import { placeOf } from '../place.js';
import { present } from '../present.js';
import { answerTo, packRequest, unpackRequest } from '../request.js';
import { nameOf } from './share.js';

/** As manifest.yml declares it. */
const CALLBACK = 'look_up';

/** The modal with the search field: opened by the shortcut anywhere in Slack, or from the Home tab; its answer can be sent to a channel, or to oneself. */
export function answerLookups(app: App, desk: Desk): void {
  app.shortcut<GlobalShortcut>({ type: 'shortcut', callback_id: CALLBACK }, async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: lookupModal() });
  });

  app.action<BlockExternalSelectAction>({ type: 'block_actions', action_id: LOOKUP.search }, async ({ ack, action, ...clicked }) => {
    await ack();
    const place = placeOf(clicked);
    const request = unpackRequest(action.selected_option?.value);
    await answerOn(
      desk,
      {
        surface: 'lookup',
        user: place.user,
        ask: () => answerTo(desk.library.bot, request),
        frame: { audience: place.audience, ...(request && { request }) },
      },
      (message, answer) => place.replace(message, answer, request && packRequest(request)),
    );
  });

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: LOOKUP.toMe }, async ({ ack, body, client }) => {
    await ack();
    const request = unpackRequest(body.view?.private_metadata);
    if (!request || !body.view) return;
    const view = body.view;
    const answer = await answerOn(
      desk,
      { surface: 'lookup', user: body.user.id, ask: () => answerTo(desk.library.bot, request), frame: { audience: 'public', request } },
      (message, found) => (found ? client.chat.postMessage({ channel: body.user.id, ...message }) : Promise.resolve()),
    );
    if (!answer) return;
    const packed = packRequest(request);
    const { blocks } = present(answer, { audience: 'modal', request });
    await client.views.update({
      view_id: view.id,
      view: lookupModal({ blocks, notice: 'Sent to you as a direct message.', ...(packed !== undefined && { sends: packed }) }),
    });
  });

  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: LOOKUP.callback }, async ({ ack, body, view, respond }) => {
    const request = unpackRequest(view.private_metadata);
    const [address] = body.response_urls ?? [];
    if (!request || !address) return ack({ response_action: 'errors', errors: { [LOOKUP.conversation]: 'Choose a channel or a person first.' } });
    await ack();
    await answerOn(
      desk,
      { surface: 'lookup', user: body.user.id, ask: () => answerTo(desk.library.bot, request), frame: { audience: 'public', sharedBy: nameOf(body.user) } },
      (message, found) => respond({ response_type: found ? 'in_channel' : 'ephemeral', ...message }),
    );
  });
}
