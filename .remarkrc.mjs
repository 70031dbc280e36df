// What VS Code (with the extension «remark») and `npx remark` say of the facts on top of a file, while it is written.
// The schemas are made by `stifinner schema --to .vscode/skjema`.
// What they need is fetched by `npm ci --prefix requirements`.
import { existsSync, readFileSync } from "node:fs";

const ours = (path) => new URL(path, import.meta.url);
const fetched = (path) => ours(`requirements/node_modules/${path}`);
if (!existsSync(fetched("remark-lint-frontmatter-schema"))) {
  throw new Error("Kjør «npm ci --prefix requirements» én gang, så blir opplysningene øverst i filene sett over her.");
}
const { default: frontmatter } = await import(fetched("remark-frontmatter/index.js"));
const { default: frontmatterSchema } = await import(fetched("remark-lint-frontmatter-schema/dist/index.js"));
const schemas = JSON.parse(readFileSync(ours(".vscode/skjema/remark.json"), "utf8"));

// Stifinner reads facts line by line, not as YAML: «sted: Losby: hotell» is a place, and capitals make no difference.
const asRead = (line) => {
  const [, word, said] = /^([^\s:#-][^:]*):\s*(.*?)\s*$/.exec(line) ?? [];
  if (!said || /^[[{>|]/.test(said)) return word && !said ? `${word.toLowerCase()}:` : line;
  return `${word.toLowerCase()}: ${JSON.stringify(said.replace(/^(["'])(.*)\1$/, "$2").toLowerCase())}`;
};
const written = new WeakMap();
const facts = (tree) => tree.children.filter((node) => node.type === "yaml");

function readAsStifinner() {
  return (tree) => {
    for (const node of facts(tree)) {
      written.set(node, node.value);
      node.value = node.value.split("\n").map(asRead).join("\n");
    }
  };
}

function leaveAsWritten() {
  return (tree) => {
    for (const node of facts(tree)) node.value = written.get(node);
  };
}

export default { plugins: [frontmatter, readAsStifinner, [frontmatterSchema, { schemas }], leaveAsWritten] };
