// Runs all checks, or the named ones: `npm run checks -- links licenses`. Each is a file in this folder.

const names = [
  "workflows",
  "links",
  "licenses",
  "lock-file",
  "secrets",
  "dead-code",
  "heygen-contract",
  "package",
];
const selected = process.argv.slice(2);

for (const name of selected.length > 0 ? selected : names) await import(`./${name}.ts`);
