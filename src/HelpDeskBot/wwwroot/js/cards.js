// Renders Adaptive Cards with npm adaptivecards, in the page's own colours.

import { colours } from './theme.js';

const { AdaptiveCard, HostConfig, SerializationContext } = window.AdaptiveCards;
const markdown = window.markdownit({ html: false, linkify: false });

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = window.DOMPurify.sanitize(markdown.render(text));
  result.didProcess = true;
};

function hostConfig() {
  const c = colours();
  const shades = (color, subtle = color) => ({ default: color, subtle });
  const foreground = {
    default: shades(c.text, c.soft), accent: shades(c.accent), good: shades(c.good),
    warning: shades(c.warning), attention: shades(c.attention), light: shades(c.soft), dark: shades(c.text),
  };
  const style = backgroundColor => ({ backgroundColor, foregroundColors: foreground });
  return new HostConfig({
    fontFamily: 'inherit',
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: c.line },
    supportsInteractivity: true,
    fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    containerStyles: { default: style('transparent'), emphasis: style(c.raised), attention: style(c.attentionBack), good: style(c.raised), warning: style(c.raised), accent: style(c.raised) },
    actions: { maxActions: 30, spacing: 'default', buttonSpacing: 6, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    inputs: { label: { inputSpacing: 4, requiredInputs: { suffix: ' *' }, optionalInputs: {} }, errorMessage: { color: 'attention' } },
  });
}

// The element of a card. press(action, inputs) is called for Action.Execute; onInput(inputs) whenever one changes.
export function render(json, press, onInput = () => {}) {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig();
  card.parse(json, new SerializationContext());
  card.onExecuteAction = action => {
    if (action.getJsonTypeName() === 'Action.OpenUrl') {
      window.open(action.url, '_blank', 'noopener');
      return;
    }
    press({ verb: action.verb, data: action._originalData ?? {} }, valuesOf(card));
  };
  const element = card.render();
  element.addEventListener('input', () => onInput(valuesOf(card)));
  element.removeAttribute('tabindex');
  return element;
}

// Puts what was typed before into the card's JSON.
export function withValues(json, values = {}) {
  const copy = structuredClone(json);
  (function visit(node) {
    if (node === null || typeof node !== 'object') return;
    if (typeof node.type === 'string' && node.type.startsWith('Input.') && values[node.id]) node.value = values[node.id];
    Object.values(node).forEach(visit);
  })(copy.body);
  return copy;
}

// Whether a card has anything to press.
export function hasButtons(json) {
  return JSON.stringify(json.body).includes('"Action.Execute"');
}

function valuesOf(card) {
  const values = {};
  for (const input of card.getAllInputs()) {
    if (input.id) values[input.id] = input.value ?? '';
  }
  return values;
}
