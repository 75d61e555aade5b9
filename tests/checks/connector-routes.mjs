// The routes of the connector that are called are those of its schema, and what is not called has a reason.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSchema, report, root } from './support.mjs';

const beyond = {
  'GET /v3/teams/{}': 'Teams alone has it; the official SDK calls it',
  'GET /v3/teams/{}/conversations': 'Teams alone has it; the official SDK calls it',
};
const unused = {
  'GET /v3/conversations': 'conversations are kept as they come',
  'POST /v3/conversations/{}/activities/history': 'the bot hands nothing over',
  'DELETE /v3/conversations/{}/members/{}': 'the bot throws nobody out',
};

const constants = { Version: 'v3', Conversations: 'conversations' };
const source = readFileSync(path.join(root, 'src/HelpDeskBot.BotFramework/Connector/ConnectorClient.cs'), 'utf8');
const routeOf = segments => '/' + segments.split(',').map(segment => segment.trim())
  .map(segment => constants[segment] ?? (segment.startsWith('"') ? segment.slice(1, -1) : '{}')).join('/');
const called = new Set([
  ...[...source.matchAll(/CallOf\(HttpMethod\.(\w+), \w+, \[([^\]]+)\]\)/g)].map(([, method, segments]) => `${method.toUpperCase()} ${routeOf(segments)}`),
  ...[...source.matchAll(/GetAsync\(\s*\w+,\s*[\w.]+,\s*\[([^\]]+)\]/g)].map(([, segments]) => `GET ${routeOf(segments)}`),
]);
const described = new Set(Object.entries(readSchema(process.argv[2], 'botframework-channel').paths)
  .flatMap(([route, operations]) => Object.keys(operations).map(method => `${method.toUpperCase()} ${route.replace(/\{[^}]*\}/g, '{}')}`)));

const wrong = [
  ...[...called].filter(route => !described.has(route) && !beyond[route]).map(route => `${route} is called and not in the schema`),
  ...[...described].filter(route => !called.has(route) && !unused[route]).map(route => `${route} is in the schema and not called`),
  ...Object.keys(beyond).filter(route => described.has(route) || !called.has(route)).map(route => `${route} needs no exception`),
  ...Object.keys(unused).filter(route => !described.has(route) || called.has(route)).map(route => `${route} is said not to be called`),
];
report('connector routes', `${[...called].filter(route => described.has(route)).length} of the schema are called; beyond it: ${Object.entries(beyond).map(entry => entry.join(', since ')).join('; ')}`, wrong);
