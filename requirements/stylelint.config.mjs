// What `make check` asks of style sheets: the standard, but for what would write colours and sizes in another way than
// the tokens do. Where a rule stands in a file is chosen by what it is about, so a weaker selector may come after.
const BLOCK_ELEMENT_MODIFIER = "^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?_?$";

export default {
  extends: ["stylelint-config-standard"],
  rules: {
    "selector-class-pattern": BLOCK_ELEMENT_MODIFIER,
    // Shades have an L and a C in their names, as in oklch().
    "custom-property-pattern": "^([LCa-z]|[a-z][a-z0-9]*)(-[a-z0-9]+)*$",
    "value-keyword-case": ["lower", { camelCaseSvgKeywords: true }],
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust"] }],
    "alpha-value-notation": null,
    "hue-degree-notation": null,
    "lightness-notation": null,
    "media-feature-range-notation": null,
    "no-descending-specificity": null,
  },
};
