// Every card, expanded by the official engine with each of its samples, is an Adaptive Card 1.5.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { cardCheck, readJson, report, require, root } from './support.mjs';

const { Template } = require('adaptivecards-templating');
const check = cardCheck(process.argv[2]);
const folder = path.join(root, 'cards');
const templates = readdirSync(folder).filter(file => file.endsWith('.json') && !file.endsWith('.sample.json')).sort();
const wrong = [];
let expanded = 0;

function checkSample(template, json, data, index) {
  let card;
  try {
    card = new Template(structuredClone(json)).expand({ $root: data });
  } catch (error) {
    wrong.push(`cards/${template}, sample ${index}: ${error.message}`);
    return;
  }

  expanded++;
  wrong.push(...check(card).map(problem => `cards/${template}, sample ${index}: ${problem}`));
}

for (const template of templates) {
  const sampleFile = path.join(folder, template.replace(/\.json$/, '.sample.json'));
  if (!existsSync(sampleFile)) {
    wrong.push(`cards/${template} has no sample`);
    continue;
  }

  try {
    const json = readJson(path.join(folder, template));
    const samples = [readJson(sampleFile)].flat();
    if (samples.length === 0) {
      wrong.push(`cards/${template}: its sample file is empty`);
    }

    samples.forEach((data, i) => checkSample(template, json, data, i + 1));
  } catch (error) {
    wrong.push(`cards/${template}: ${error.message}`);
  }
}

if (templates.length === 0) {
  wrong.push('there is no card');
}

report('cards', `${templates.length} cards with ${expanded} samples are Adaptive Cards 1.5`, wrong);
