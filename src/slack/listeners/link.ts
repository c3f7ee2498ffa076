import type { App } from '@slack/bolt';

/** Buttons that open a page: Slack tells of the click, and shows a warning unless it is acknowledged. */
export function acknowledgeLinks(app: App): void {
  app.action({ type: 'block_actions', action_id: /^link_/ }, async ({ ack }) => {
    await ack();
  });
}
