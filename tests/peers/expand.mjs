// Expands templates with the official engine. Reads JSON lines {template, data}, writes JSON lines {card} or {error}.
import { createInterface } from 'node:readline';
import { Template } from 'adaptivecards-templating';

function expand({ template, data }) {
  try {
    return { card: new Template(template).expand({ $root: data }) ?? null };
  } catch (error) {
    return { error: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(expand(JSON.parse(line))) + '\n');
}
