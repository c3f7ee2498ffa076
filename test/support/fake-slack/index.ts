export type { SlackMessage } from './conversations.js';
export { HttpRoute } from './http-route.js';
export type { Delivery, Json, Route } from './route.js';
export { SlackServer } from './server.js';
export { FakeSlack } from './slack.js';
export type { View } from './views.js';
export * from './workspace.js';
