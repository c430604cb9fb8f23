/** Headers that a web server must send with the add-in's files: the configurations for nginx and IIS and the policy in the page are made from this list. */

interface Directive {
  name: string;
  sources: readonly string[];
  why: string;
  /** Browsers heed it in a header only, not in a page. */
  headerOnly?: true;
}

/** Pages of Microsoft that show Excel on the web, and so frame the pane; Excel on Windows and Mac frames nothing. */
const EXCEL_ON_THE_WEB = [
  "https://*.officeapps.live.com",
  "https://*.sharepoint.com",
  "https://*.cloud.microsoft",
  "https://*.office.com",
  "https://onedrive.live.com",
];

/** The content security policy. Microsoft publishes no list of its own (office-js #1005, #1687, #3342). */
const POLICY: readonly Directive[] = [
  { name: "default-src", sources: ["'none'"], why: "nothing is loaded but what is named below" },
  {
    name: "script-src",
    sources: ["'self'", "https://appsforoffice.microsoft.com"],
    why: "our files and office.js; nothing inline, no eval",
  },
  {
    name: "trusted-types",
    sources: ["lit-html"],
    why: "only the templates of the pane, which come from the code, may become markup",
  },
  { name: "style-src", sources: ["'self'", "'unsafe-inline'"], why: "office.js sets style attributes" },
  { name: "img-src", sources: ["'self'", "data:"], why: "icons" },
  { name: "connect-src", sources: ["'self'"], why: "nothing leaves the workbook: no calls to anybody" },
  { name: "base-uri", sources: ["'none'"], why: "addresses cannot be bent" },
  { name: "form-action", sources: ["'none'"], why: "the pane sends no form" },
  {
    name: "frame-ancestors",
    sources: ["'self'", ...EXCEL_ON_THE_WEB],
    why: "only Excel on the web may frame the pane",
    headerOnly: true,
  },
];

/** Returns the policy as one line: complete for a header, and for the page without directives that are valid in headers only. */
export function contentSecurityPolicy(place: "header" | "page"): string {
  return POLICY.filter(({ headerOnly }) => place === "header" || !headerOnly)
    .map(({ name, sources }) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** A header that goes with every file. */
export interface Header {
  name: string;
  value: string;
  why: string;
}

export const HEADERS: readonly Header[] = [
  { name: "Content-Security-Policy", value: contentSecurityPolicy("header"), why: "what the pane may load" },
  {
    name: "Strict-Transport-Security",
    value: "max-age=31536000",
    why: "browsers ask this host over https only, for a year",
  },
  { name: "X-Content-Type-Options", value: "nosniff", why: "browsers use the declared content type" },
  { name: "Referrer-Policy", value: "no-referrer", why: "Microsoft's host of office.js need not learn the address" },
  {
    name: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    why: "the pane uses none of these; the clipboard it does use",
  },
  { name: "Cross-Origin-Resource-Policy", value: "cross-origin", why: "Excel on the web shows the icons" },
  { name: "Access-Control-Allow-Origin", value: "*", why: "Excel on the web reads functions.json from its own origin" },
];

/** Headers that harm: servers that send them by habit must not send them here. */
export const NEVER: readonly { name: string; why: string }[] = [
  {
    name: "X-Frame-Options",
    why: "it would prevent Excel on the web from showing the pane; frame-ancestors lists the allowed pages",
  },
  { name: "Cross-Origin-Opener-Policy", why: "it cuts the pane off from Excel on the web" },
  { name: "Cross-Origin-Embedder-Policy", why: "it would keep office.js from loading" },
];

/** Time for which browsers may cache a file. */
export interface Caching {
  /** Matches the file's path below the add-in's folder. */
  files: RegExp;
  value: string;
  seconds: number;
  why: string;
}

const DAY = 86_400;

/** The first that matches counts. */
export const CACHING: readonly Caching[] = [
  {
    files: /\.[0-9a-f]{8}\.(?:js|css)$/,
    value: `public, max-age=${String(365 * DAY)}, immutable`,
    seconds: 365 * DAY,
    why: "their names change with their content",
  },
  {
    files: /^assets\//,
    value: `public, max-age=${String(DAY)}`,
    seconds: DAY,
    why: "ribbon icons must be cacheable, or Office shows none",
  },
];

/** For all other files, including those in the manifest: cached, but revalidated each time. */
export const ASK_AGAIN = "no-cache";

/** Returns the Cache-Control header of a file, by its path below the add-in's folder. */
export function cachingOf(file: string): string {
  return CACHING.find(({ files }) => files.test(file))?.value ?? ASK_AGAIN;
}
