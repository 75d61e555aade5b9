// Every app manifest is what its platform's schema says. manifest/teams and manifest/slack hold them; manifest/deploy has none.
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

function check(file) {
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
