// Type-checks blocks and views against @slack/types, as `tsc --noEmit` does. Reads JSON lines {name, type, value}, writes JSON lines {errors}.
import path from 'node:path';
import { createInterface } from 'node:readline';
import ts from 'typescript';

const cases = [];
for await (const line of createInterface({ input: process.stdin })) {
  cases.push(JSON.parse(line));
}

// One file with a constant a line; fresh literals, so that properties nobody knows are errors too.
const file = path.resolve('generated.ts');
const lines = [
  "import type { HomeView, KnownBlock, ModalView } from '@slack/types'; type Known<V> = Omit<V, 'blocks'> & { blocks: KnownBlock[] };",
  ...cases.map(({ type, value }, i) => `export const case${i}: ${type === 'blocks' ? 'KnownBlock[]' : `Known<${type}>`} = ${JSON.stringify(value)};`),
];

const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
host.fileExists = name => name === file || fileExists(name);
host.readFile = name => (name === file ? lines.join('\n') : readFile(name));
host.getSourceFile = (name, ...rest) =>
  (name === file ? ts.createSourceFile(name, lines.join('\n'), options.target) : getSourceFile(name, ...rest));

const errors = cases.map(() => []);
for (const { file: source, start, messageText } of ts.getPreEmitDiagnostics(ts.createProgram([file], options, host))) {
  const line = source ? source.getLineAndCharacterOfPosition(start).line : 0;
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  (errors[line - 1] ?? errors[0]).push(message);
}

errors.forEach(found => process.stdout.write(JSON.stringify(found) + '\n'));
