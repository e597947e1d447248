// Validates maps against the JSON Schema and says nothing: node validate.js SCHEMA MAP…
const fs = require("fs");
const Ajv = require("ajv");
const [schema, ...maps] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, schemaId: "auto", unknownFormats: "ignore", logger: false }).compile(JSON.parse(fs.readFileSync(schema, "utf8")));
for (const map of maps)
  validate(JSON.parse(fs.readFileSync(map, "utf8")));
