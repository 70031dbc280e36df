// What VS Code (with the extension «remark») and `npx remark` say of the facts on top of a file, while it is written.
// The schemas are made by `stifinner schema --to .vscode/skjema`; what they need is fetched by `npm ci --prefix requirements`.
import { readFileSync } from "node:fs";

const schemas = JSON.parse(readFileSync(new URL(".vscode/skjema/remark.json", import.meta.url), "utf8"));
const own = (name) => new URL(`requirements/node_modules/${name}`, import.meta.url);
const { default: frontmatter } = await import(new URL("requirements/node_modules/remark-frontmatter/index.js", import.meta.url));
const { default: frontmatterSchema } = await import(own("remark-lint-frontmatter-schema/dist/index.js"));

export default { plugins: [frontmatter, [frontmatterSchema, { schemas }]] };
