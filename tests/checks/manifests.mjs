// Every app manifest is what its platform's schema says. manifest/teams and manifest/slack hold them; manifest/deploy has none. A translation says again what
// its manifest says.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ajv, problems, readJson, readSchema, report, require, root } from './support.mjs';

const shared = process.argv[2];
const folder = path.join(root, 'manifest');

function teams() {
  const Ajv = require('ajv-draft-04').default;
  const validator = new Ajv({ strict: false, allErrors: true });
  require('ajv-formats').default(validator);
  return validator.compile(readSchema(shared, 'teams-app-manifest'));
}

// A Slack manifest says which version of the schema it follows.
const slack = manifest => ajv().compile(readSchema(shared, `slack-app-manifest-v${manifest._metadata?.major_version ?? 1}`));

const platforms = { teams, slack };

const translations = manifest => (manifest.localizationInfo?.additionalLanguages ?? []).map(language => language.file);
const isTranslation = file => path.dirname(file) === 'teams' && translations(readJson(path.join(folder, 'teams', 'manifest.json'))).includes(path.basename(file));

// A translation is the manifest with other words: each of its paths leads to a text there, and the whole is valid again.
function translated(manifest, words) {
  const wrong = [];
  const copy = structuredClone(manifest);
  for (const [place, text] of Object.entries(words).filter(([place]) => place !== '$schema')) {
    const steps = place.split(/[.[\]]+/).filter(Boolean);
    const owner = steps.slice(0, -1).reduce((node, step) => node?.[step], copy);
    if (typeof owner?.[steps.at(-1)] === 'string') owner[steps.at(-1)] = text;
    else wrong.push(`${place} is no text of the manifest`);
  }

  return { copy, wrong };
}

function checkTranslation(file) {
  const { copy, wrong } = translated(readJson(path.join(folder, 'teams', 'manifest.json')), readJson(path.join(folder, file)));
  const validate = teams();
  return [...wrong, ...(validate(copy) ? [] : problems(validate.errors))].map(problem => `manifest/${file}: ${problem}`);
}

function check(file) {
  if (isTranslation(file)) return checkTranslation(file);

  const platform = platforms[file.split(path.sep)[0]];
  if (!platform) {
    return [`manifest/${file}: put it in manifest/teams or manifest/slack`];
  }

  if (!file.endsWith('.json')) {
    return [`manifest/${file}: write it as JSON, so that it can be checked`];
  }

  try {
    const manifest = readJson(path.join(folder, file));
    const validate = platform(manifest);
    return validate(manifest) ? [] : problems(validate.errors).map(problem => `manifest/${file}: ${problem}`);
  } catch (error) {
    return [`manifest/${file}: ${error.message}`];
  }
}

const isManifest = file => /\.(json|ya?ml)$/.test(file) && file.split(path.sep)[0] !== 'deploy';
const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).filter(isManifest).sort() : [];
report('manifests', files.length === 0 ? 'no manifests yet' : `${files.join(', ')} match their schemas`, files.flatMap(check));
