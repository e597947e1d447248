// Says of each map given whether the schema accepts it: "good FILE" or "bad FILE". Files that are no JSON are passed over.
//   node schema.js SCHEMA MAP...
const Ajv = require("ajv");
const fs = require("fs");

const [schemaFile, ...maps] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(fs.readFileSync(schemaFile, "utf8")));

for (const file of maps) {
  let map;
  try {
    map = JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    continue;
  }
  console.log(validate(map) ? `good ${file}` : `bad ${file}`);
}
