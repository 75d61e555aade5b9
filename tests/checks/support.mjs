// What the checks have in common: the packages of tests/peers, the schemas, and how a check reports.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export const require = createRequire(new URL('../peers/package.json', import.meta.url));
export const root = path.resolve(import.meta.dirname, '..', '..');

export const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

export const readSchema = (shared, name) => readJson(path.join(shared, 'schemas', `${name}.json`));

/** The validator of a schema of draft-06 or draft-07, with formats. */
export function ajv() {
  const Ajv = require('ajv').default;
  const validator = new Ajv({ strict: false, allErrors: true, verbose: true });
  validator.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  require('ajv-formats').default(validator);
  return validator;
}

/** Validates Adaptive Cards; returns what is wrong, deepest place first, which is where the cause is. */
export function cardCheck(shared) {
  const validate = ajv().compile(readSchema(shared, 'adaptive-card-1.5'));
  return card => (validate(withoutTeams(card)) ? [] : problems(ofTheRightType(validate.errors)));
}

// An element that is wrong fails as every kind of element; only what is wrong with the kind it says it is helps.
function ofTheRightType(errors) {
  const isOfAnother = ({ parentSchema, data }) => parentSchema.properties?.type?.enum?.includes(data?.type) === false;
  const isAboutKind = error => error.keyword === 'anyOf' || (error.keyword === 'enum' && error.instancePath.endsWith('/type'));
  const helpful = errors.filter(error => !isOfAnother(error) && !isAboutKind(error));
  return helpful.length > 0 ? helpful : errors.filter(error => error.keyword === 'anyOf');
}

export const problems = errors =>
  [...new Set(errors
    .toSorted((a, b) => b.instancePath.split('/').length - a.instancePath.split('/').length)
    .map(error => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)} ${JSON.stringify(error.data)?.slice(0, 100)}`))].slice(0, 5);

// Teams adds a property of its own, which the schema does not know.
const withoutTeams = ({ msteams, ...card }) => card;

/** Prints one line for the check, and a line for each thing that is wrong. */
export function report(check, passed, wrong) {
  console.log(wrong.length === 0 ? `ok   ${check}: ${passed}` : `FAIL ${check}: ${wrong.length} wrong`);
  wrong.forEach(line => console.log(`     ${line}`));
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
