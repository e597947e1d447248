// Says of each map given whether the schema accepts it: "good FILE" or "bad FILE". Files that are no JSON are passed over, and maps that
// accept findings of rules whose names match ACCEPTED. A schema that the validator's strictest mode refuses ends it: editors and
// catalogues of schemas use that mode.
//   [ACCEPTED=PATTERN] node schema.js SCHEMA MAP...
const Ajv = require("ajv");
const fs = require("fs");

const [schemaFile, ...maps] = process.argv.slice(2);
const before8 = Number.parseInt(require("ajv/package.json").version, 10) < 8;
const strict = before8 ? { strictKeywords: true } : { strict: true, strictTypes: true, strictRequired: true, strictTuples: true };
const validate = new Ajv({ allErrors: true, ...strict }).compile(JSON.parse(fs.readFileSync(schemaFile, "utf8")));
const accepted = process.env.ACCEPTED ? new RegExp(process.env.ACCEPTED) : null;

function accepts(map) {
  const ignored = Array.isArray(map?.ignore) ? map.ignore : [];
  return accepted !== null && ignored.some((entry) => typeof entry?.rule === "string" && accepted.test(entry.rule));
}

for (const file of maps) {
  let map;
  try {
    map = JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    continue;
  }
  if (!accepts(map))
    console.log(validate(map) ? `good ${file}` : `bad ${file}`);
}
