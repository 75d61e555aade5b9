// The routes that are served are those of the Direct Line 3.0 schema, and no others without a reason.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSchema, report, root } from './support.mjs';

const beyond = {
  'GET /v3/directline/conversations/{}/stream': 'the streamUrl of a Conversation leads there; the schema describes no web sockets',
};

const shape = (method, route) => `${method.toUpperCase()} ${route.replace(/\{[^}]*\}/g, '{}')}`;

const source = readFileSync(path.join(root, 'src/HelpDeskBot.BotFramework/DirectLine/DirectLineRoutes.cs'), 'utf8');
const prefix = source.match(/MapGroup\("([^"]*)"\)/)?.[1] ?? '';
const served = new Set([...source.matchAll(/\.Map(Get|Post|Put|Delete|Patch)\("([^"]*)"/g)].map(([, method, route]) => shape(method, prefix + route)));
const described = new Set(Object.entries(readSchema(process.argv[2], 'directline-3.0').paths)
  .flatMap(([route, operations]) => Object.keys(operations).map(method => shape(method, route))));

const wrong = [
  ...[...described].filter(route => !served.has(route)).map(route => `${route} is in the schema and not served`),
  ...[...served].filter(route => !described.has(route) && !beyond[route]).map(route => `${route} is served and not in the schema`),
  ...Object.keys(beyond).filter(route => described.has(route) || !served.has(route)).map(route => `${route} needs no exception`),
];
report('directline routes', `${described.size} of the schema are served; beyond it: ${Object.entries(beyond).map(entry => entry.join(', since ')).join('; ')}`, wrong);
