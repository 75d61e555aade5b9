// Activities of the official SDK (botbuilder 4.23), one command a line, each answered with one line:
// {do: full} every type of activity with every member that the SDK's model has, as its connector client sends them
// {do: made} what its factories make | {do: again, activities} the same activities read and written by its model
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
const { ActivityFactory, CardFactory, EventFactory, MessageFactory, TurnContext } = require('botbuilder');
const { ActivityEx, ActivityTypes } = require('botframework-schema');
const models = require('botframework-connector/lib/connectorApi/models/mappers');
const { createSerializer } = createRequire(require.resolve('botframework-connector'))('botbuilder-stdlib/lib/azureCoreHttpCompat');
const model = createSerializer(models);
const deepest = 6;

/** A value of the kind that the SDK's model describes, with every member it may have. */
function valueOf(type, name, depth) {
  const kinds = {
    String: () => `${name} «${depth}»`,
    Boolean: () => true,
    Number: () => depth + 0.5,
    DateTime: () => new Date(Date.UTC(2026, 10, 23, 8, 0, depth, 250)),
    Object: () => ({ [name]: [1, 'two', { three: null, four: 4.25, five: [] }], empty: {} }),
    Sequence: () => [valueOf(type.element.type, name, depth + 1), valueOf(type.element.type, name, depth + 2)],
    Dictionary: () => ({ first: valueOf(type.value.type, name, depth + 1), second: valueOf(type.value.type, name, depth + 1) }),
    Composite: () => compositeOf(type, depth),
  };
  return kinds[type.name]();
}

function compositeOf(type, depth) {
  const members = models[type.className].type.modelProperties;
  const nested = Object.entries(members).filter(([, member]) => depth < deepest || member.type.name !== 'Composite');
  return Object.fromEntries(nested.map(([name, member]) => [name, valueOf(member.type, name, depth + 1)]));
}

const full = () => Object.values(ActivityTypes).map(type => model.serialize(models.Activity, { ...valueOf(models.Activity.type, 'activity', 0), type }));

/** What a channel delivers, to be answered by the factories. */
const delivered = {
  type: 'message', id: '1', timestamp: new Date(Date.UTC(2026, 10, 23, 8)), serviceUrl: 'https://smba.trafficmanager.net/emea/', channelId: 'msteams',
  from: { id: '29:amina', name: 'Amina', aadObjectId: '00000000-0000-0000-0000-000000000001' }, recipient: { id: '28:bot', name: 'Bot' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: '00000000-0000-0000-0000-000000000002' }, locale: 'de-DE', text: 'Grüße 👋',
};

function made() {
  const context = new TurnContext({}, delivered);
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'x', wrap: true }] };
  const cards = [
    CardFactory.adaptiveCard(card), CardFactory.heroCard('title', 'text', ['https://example.com/1.png'], ['press']), CardFactory.thumbnailCard('title'),
    CardFactory.receiptCard({ title: 'title', facts: [{ key: 'a', value: 'b' }], items: [] }), CardFactory.signinCard('title', 'https://example.com'),
    CardFactory.videoCard('title', ['https://example.com/1.mp4']),
  ];
  const ended = ActivityEx.createEndOfConversationActivity();
  return [
    delivered,
    MessageFactory.text('text', 'speak', 'acceptingInput'),
    MessageFactory.suggestedActions(['one', 'two'], 'choose'),
    MessageFactory.list(cards, 'list'),
    MessageFactory.carousel(cards, 'carousel'),
    MessageFactory.contentUrl('https://example.com/1.png', 'image/png', 'name', 'text'),
    ActivityFactory.fromObject({ text: 'text', speak: 'speak', suggestedactions: ['one'] }),
    EventFactory.createHandoffInitiation(context, { skill: 'network' }, { activities: [delivered] }),
    EventFactory.createHandoffStatus(delivered.conversation, 'accepted', 'soon'),
    ActivityEx.createReply(delivered, 'reply', 'de-DE'),
    ActivityEx.createTrace(delivered, 'trace', { a: 1 }, 'https://example.com/trace', 'label'),
    ActivityEx.getContinuationActivity(ActivityEx.getConversationReference(delivered)),
    ActivityEx.createTypingActivity(), ActivityEx.createHandoffActivity(), ActivityEx.createInvokeActivity(), ActivityEx.createEventActivity(),
    ActivityEx.createConversationUpdateActivity(), ActivityEx.createContactRelationUpdateActivity(), { ...ended, code: 'completedSuccessfully' },
    { type: 'message', relatesTo: TurnContext.getConversationReference(delivered) },
  ];
}

const commands = {
  full,
  made,
  again: ({ activities }) => activities.map(activity => model.serialize(models.Activity, model.deserialize(models.Activity, activity))),
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  process.stdout.write(JSON.stringify(commands[command.do](command)) + '\n');
}
