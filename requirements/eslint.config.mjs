// What `make check` asks of scripts: those of the pages, which find each other on `window`, and our own for Node.
import js from "@eslint/js";
import globals from "globals";

const PAGES = ["theme_overrides/**/*.js"];

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error" },
  },
  { files: PAGES, languageOptions: { sourceType: "script", globals: { ...globals.browser, sheetCode: "readonly" } } },
  { files: ["**/*.mjs"], languageOptions: { globals: globals.node } },
];
