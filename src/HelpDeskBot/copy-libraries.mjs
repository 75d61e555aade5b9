// Copies the browser builds of the page's libraries to wwwroot/lib, where the server serves them.
import { copyFileSync, mkdirSync, utimesSync } from 'node:fs';

const files = {
  'adaptivecards/dist/adaptivecards.min.js': 'adaptivecards.min.js',
  'dompurify/dist/purify.min.js': 'purify.min.js',
  'markdown-it/dist/markdown-it.min.js': 'markdown-it.min.js',
};

mkdirSync('wwwroot/lib', { recursive: true });
const now = new Date();
for (const [from, to] of Object.entries(files)) {
  copyFileSync(`node_modules/${from}`, `wwwroot/lib/${to}`);
  utimesSync(`wwwroot/lib/${to}`, now, now);
}
