// All checks, or those that are named: `npm run checks -- links licences`. Each is a file here, and says what it has found.

const all = ["workflows", "links", "licences", "lock-file", "secrets", "dead-code"];
const chosen = process.argv.slice(2);

for (const name of chosen.length > 0 ? chosen : all) await import(`./${name}.ts`);
