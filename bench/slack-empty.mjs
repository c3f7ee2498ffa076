/** A Bolt app that does nothing but acknowledge, with a fixed text: what the bot is measured against. Plain JavaScript, so that it starts as the built bot does. */
import { App } from '@slack/bolt';

const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slackApiUrl } = process.env;

const app = new App({ token, ...(appToken ? { appToken, socketMode: true } : { signingSecret }), clientOptions: { slackApiUrl }, logLevel: 'error' });
app.command('/srm', ({ ack }) => ack({ response_type: 'ephemeral', text: 'The same words for everyone.' }));
app.event('app_mention', ({ event, say }) => say({ text: 'The same words for everyone.', thread_ts: event.ts }));

const server = await app.start(0);
console.log(JSON.stringify({ msg: 'ready', port: server?.address?.()?.port }));
