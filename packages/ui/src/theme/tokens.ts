// The pure half of the theme, for pages that draw without Mantine.
export { amber, brick, night, olive, paper, roles, type Scale, type SchemeName, spruce, type Tone, toneOf } from "./palette";
export { correctColour, scaleOf } from "./organisation-colour";
