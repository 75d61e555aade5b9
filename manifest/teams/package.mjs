#!/usr/bin/env node
// Packs the app for Teams: manifest with the admin's ids, translations and icons, as a zip.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { color, crc32, outline } from './icons.mjs';

const usage = `Usage: node manifest/teams/package.mjs --bot-id ID [--app-id ID] [--organisation NAME] [--website URL] [--privacy URL] [--terms URL] [--version N.N.N] [--out FILE]

  --bot-id        the Microsoft App ID of the bot's registration
  --app-id        the id of the app in Teams, a GUID of your own; the bot's id if you leave it out
  --organisation  who offers the app, at most 32 characters
  --website, --privacy, --terms  pages of yours; Teams shows links to them
  --version       raise it with each upload (1.0.0)
  --out           the file to write (helpdesk-teams.zip)`;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function fail(message) {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
}

function options() {
  const text = { type: 'string' };
  try {
    return parseArgs({
      options: {
        'bot-id': text, 'app-id': text, organisation: text, website: text, privacy: text, terms: text, version: text, out: text, help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return fail(error.message);
  }
}

function manifestOf(given) {
  const manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, 'manifest.json'), 'utf8'));
  const developer = manifest.developer;
  manifest.id = given['app-id'] ?? given['bot-id'];
  manifest.version = given.version ?? manifest.version;
  [...manifest.bots, ...manifest.composeExtensions].forEach(part => { part.botId = given['bot-id']; });
  developer.name = given.organisation ?? developer.name;
  developer.websiteUrl = given.website ?? developer.websiteUrl;
  developer.privacyUrl = given.privacy ?? given.website ?? developer.privacyUrl;
  developer.termsOfUseUrl = given.terms ?? given.website ?? developer.termsOfUseUrl;
  return manifest;
}

// Stored, not compressed: nothing here is large. Every entry has the same date, so that the same input gives the same file.
function zip(files) {
  const [local, central] = [[], []];
  let offset = 0;
  for (const [name, content] of files) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // made as version 2.0
    common.writeUInt16LE(0x0800, 2); // names in UTF-8
    common.writeUInt16LE(0x5921, 8); // 2024-09-01
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, Buffer.from(name)]));
    local.push(entry);
    offset += entry.length;
  }

  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const given = options();
if (given.help) {
  console.log(usage);
  process.exit(0);
}

if (!guid.test(given['bot-id'] ?? '')) fail('Write --bot-id with the Microsoft App ID of the bot, a GUID.');
if (given['app-id'] !== undefined && !guid.test(given['app-id'])) fail('--app-id is no GUID.');
if ((given.organisation ?? '').length > 32) fail('--organisation has more than 32 characters.');
const wrong = ['website', 'privacy', 'terms'].find(name => given[name] !== undefined && !/^https:\/\/\S+$/.test(given[name]));
if (wrong) fail(`--${wrong} is no https address.`);
if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(given.version ?? '1.0.0')) fail('--version is no version such as 1.0.1.');

const out = given.out ?? 'helpdesk-teams.zip';
const app = zip([
  ['manifest.json', Buffer.from(JSON.stringify(manifestOf(given), null, 2))],
  ['de.json', readFileSync(path.join(import.meta.dirname, 'de.json'))],
  ['color.png', color()],
  ['outline.png', outline()],
]);
try {
  writeFileSync(out, app);
} catch (error) {
  fail(`--out: ${error.message}`);
}

console.log(`${out} is ready to upload`);
