import type { App, BlockButtonAction, BlockExternalSelectAction } from '@slack/bolt';
import type { Pick } from '../../ask/answer.js';
import { contextOf } from '../../ask/index.js';
import { unpackPick } from '../../ask/pick.js';
import { isPaged } from '../../render/pages.js';
import { answerOn } from '../answering.js';
import type { Desk } from '../desk.js';
import { presentPage } from '../page.js';
import { type Clicked, placeOf } from '../place.js';
import { isSubstantial } from '../present.js';
import { answerTo, packRequest, type Request, unpackRequest } from '../request.js';
import { type Trail, unpackTrail } from '../trail.js';

/**
 * The steps from one answer to another: `open_0` ... under an answer, `choose_0` ... under a question back, `back`, `compare`, `on_service`, and pages.
 * A private answer is replaced by the next one; where others read along, the next one follows in the thread.
 */
export function answerSteps(app: App, desk: Desk): void {
  const goTo = (clicked: Clicked, request: Request | undefined, trail: Trail, how: 'follow' | 'replace') => {
    const place = placeOf(clicked);
    const packed = request && packRequest(request);
    return answerOn(
      desk,
      {
        surface: 'button',
        user: place.user,
        ask: () => answerTo(desk.library.bot, request),
        frame: { audience: place.audience, ...(request && { request }), ...(place.audience !== 'public' && { trail }) },
        conversations: place.conversations,
      },
      (message, answer) => place[how](message, answer, packed),
    );
  };

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: /^open_\d+$/ }, async ({ ack, action, ...clicked }) => {
    await ack();
    await goTo(clicked, unpackRequest(action.value), unpackTrail(action.block_id), 'follow');
  });

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: /^choose_\d+$/ }, async ({ ack, action, ...clicked }) => {
    await ack();
    await goTo(clicked, unpackRequest(action.value), unpackTrail(action.block_id), 'replace');
  });

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: 'back' }, async ({ ack, action, ...clicked }) => {
    await ack();
    const way = unpackTrail(action.block_id).slice(0, -1);
    await goTo(clicked, way.at(-1), way.slice(0, -1), 'replace');
  });

  app.action<BlockExternalSelectAction>({ type: 'block_actions', action_id: 'compare' }, async ({ ack, action, ...clicked }) => {
    await ack();
    const way = unpackTrail(action.block_id);
    const chosen = unpackPick(action.selected_option?.value ?? '');
    const service = contextOf(answerTo(desk.library.bot, way.at(-1)))?.service;
    const isPair = service !== undefined && chosen?.open === 'service' && chosen.id !== service;
    await goTo(clicked, isPair ? { open: { open: 'comparison', ids: [service, chosen.id] } } : chosen && { open: chosen }, way, 'follow');
  });

  app.action<BlockExternalSelectAction>({ type: 'block_actions', action_id: 'on_service' }, async ({ ack, action, ...clicked }) => {
    await ack();
    const way = unpackTrail(action.block_id);
    const chosen = unpackPick(action.selected_option?.value ?? '');
    const control = contextOf(answerTo(desk.library.bot, way.at(-1)))?.control;
    if (chosen?.open !== 'service' || !control) return void (await goTo(clicked, chosen && { open: chosen }, way, 'follow'));
    const { id: service, variant } = chosen;
    const row: Pick = { open: 'row', service, control, ...(variant && { variant }) };
    // A control may have no meaning for a service: then the service itself says what has.
    const isKnown = isSubstantial(desk.library.bot.open(row));
    await goTo(clicked, { open: isKnown ? row : chosen }, way, 'follow');
  });

  const turnTo = async (clicked: Clicked, page: number, pick: ReturnType<typeof unpackPick>, trail: Trail, how: 'follow' | 'replace') => {
    const answer = answerTo(desk.library.bot, pick && { open: pick });
    if (!isPaged(answer) || !pick) return goTo(clicked, undefined, [], how);
    const place = placeOf(clicked);
    if (desk.limit.take(place.user) !== 'ok') return undefined;
    return place[how](presentPage(answer, pick, page, { audience: place.audience, trail }), answer);
  };

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: 'page_1' }, async ({ ack, action, ...clicked }) => {
    await ack();
    const way = unpackTrail(action.block_id);
    const here = way.at(-1);
    await turnTo(clicked, 1, here && 'open' in here ? here.open : undefined, way, 'follow');
  });

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: /^turn_(?:back|on)$/ }, async ({ ack, action, ...clicked }) => {
    await ack();
    const [, page = '', pick = ''] = /^(\d{1,2}) (.+)$/.exec(action.value ?? '') ?? [];
    await turnTo(clicked, Number(page), unpackPick(pick), unpackTrail(action.block_id).slice(0, -1), 'replace');
  });
}
