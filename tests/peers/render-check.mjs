// Parses and validates cards with the official renderer. Reads one card a line, writes its list of warnings a line.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

// The package's modules lack file extensions, which node requires; its bundle loads.
const { AdaptiveCard, SerializationContext, ValidationPhase } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

function check(json) {
  const card = new AdaptiveCard();
  const context = new SerializationContext();
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  return [...events, ...card.validateProperties().validationEvents].map(event => `${ValidationPhase[event.phase]}: ${event.message}`);
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(check(JSON.parse(line))) + '\n');
}
