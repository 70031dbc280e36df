"""What a drawing may be made of: elements, attributes, properties and functions of SVG that only draw."""


def _words(text: str) -> frozenset[str]:
    """Split a list of words."""
    return frozenset(text.split())


SHAPES = _words(
    "svg g defs symbol use switch path rect circle ellipse line polyline polygon image text tspan textPath "
    "title desc linearGradient radialGradient stop clipPath mask pattern marker filter style"
)
EFFECTS = _words(
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge "
    "feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
MOTION = _words("animate animateTransform animateMotion set mpath")
ELEMENTS = SHAPES | EFFECTS | MOTION
SCRIPTS = _words("script handler listener")
"""Elements that run something."""
PAGES = _words("foreignObject iframe object embed audio video canvas html body form input")
"""Elements that hold a page or another document."""
WITH_TEXT = _words("text tspan textPath title desc style")
"""Elements whose text is kept."""

PROPERTIES = _words(
    "alignment-baseline background-color baseline-shift clip-path clip-rule color color-interpolation "
    "color-interpolation-filters color-rendering cx cy d direction display dominant-baseline fill fill-opacity "
    "fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size "
    "font-size-adjust font-stretch font-style font-variant font-variant-caps font-variant-east-asian "
    "font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings font-weight "
    "glyph-orientation-horizontal glyph-orientation-vertical height image-rendering isolation kerning "
    "letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type "
    "mix-blend-mode opacity overflow paint-order pointer-events r rx ry shape-rendering solid-color "
    "solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration "
    "text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation "
    "text-overflow text-rendering text-transform transform transform-box transform-origin unicode-bidi "
    "vector-effect visibility white-space width word-spacing writing-mode x y"
)
"""What a style may set; each may be an attribute too."""
ATTRIBUTES = PROPERTIES | _words(
    "accumulate additive amplitude aria-describedby aria-hidden aria-label aria-labelledby attributeName "
    "attributeType azimuth baseFrequency begin bias by calcMode class clipPathUnits diffuseConstant divisor dur "
    "dx dy edgeMode elevation end exponent filterUnits from fr fx fy gradientTransform gradientUnits id in in2 "
    "intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lang lengthAdjust "
    "limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits max method min mode "
    "numOctaves offset operator order orient origin path pathLength patternContentUnits patternTransform "
    "patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits radius "
    "refX refY repeatCount repeatDur result restart role rotate scale seed slope spacing specularConstant "
    "specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues "
    "targetX targetY textLength to type values version viewBox x1 x2 xChannelSelector y1 y2 yChannelSelector z"
)
FUNCTIONS = _words(
    "url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp matrix "
    "matrix3d translate translatex translatey scale scalex scaley rotate skewx skewy skew circle ellipse inset "
    "polygon path blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia "
    "icc-color device-cmyk"
)
