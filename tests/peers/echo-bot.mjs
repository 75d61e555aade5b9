// The official SDK's bot that says again what it is told: botbuilder's CloudAdapter without a registration. Prints its port.
import { createServer } from 'node:http';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } from 'botbuilder';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`));
  await next();
});

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

// What the adapter expects of a web framework's response.
const framed = response => Object.assign(response, {
  status(code) { response.statusCode = code; return response; },
  header: (name, value) => response.setHeader(name, value),
  send: body => response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)),
});

const server = createServer(async (request, response) => {
  request.body = await bodyOf(request);
  await adapter.process(request, framed(response), context => bot.run(context));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
