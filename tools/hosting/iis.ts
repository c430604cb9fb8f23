/** The add-in's folder as a site, or a folder of a site, of IIS. */
import { CACHING, HEADERS, NEVER } from "./headers";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const attribute = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** Days, hours, minutes and seconds, as IIS writes a time span. */
function timeSpan(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  return `${String(days)}.${two(hours)}:${two(minutes)}:${two(seconds % 60)}`;
}

/** What may be kept after the time, beside max-age: "public, immutable". */
const customCaching = (value: string) =>
  value
    .split(", ")
    .filter((part) => !part.startsWith("max-age"))
    .join(", ");

function keepFor(path: string, value: string, seconds: number): string {
  return `  <location path="${attribute(path)}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${timeSpan(seconds)}" cacheControlCustom="${customCaching(value)}"/>
      </staticContent>
    </system.webServer>
  </location>`;
}

/**
 * Returns the web.config of the folder: headers for all files, and no caching except for files with a hash.
 * @param files paths of the built files below the folder; IIS has no patterns for static files, so each cacheable file is listed
 */
export function webConfig(files: readonly string[]): string {
  const kept = new Map<string, string>();
  for (const file of [...files].sort()) {
    const caching = CACHING.find(({ files: pattern }) => pattern.test(file));
    if (!caching) continue;
    // A folder whose files are all alike is named once.
    const [folder = "", ...rest] = file.split("/");
    const place = rest.length > 0 ? folder : file;
    kept.set(place, keepFor(place, caching.value, caching.seconds));
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- SG17 Work Programme. Put this file beside taskpane.html. -->
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By"/>
${NEVER.map(({ name, why }) => `        <!-- ${why} -->\n        <remove name="${name}"/>`).join("\n")}
${HEADERS.map(
  ({ name, value, why }) =>
    `        <!-- ${why} -->\n        <remove name="${name}"/>\n        <add name="${name}" value="${attribute(value)}"/>`,
).join("\n")}
      </customHeaders>
    </httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="DisableCache"/>
      <remove fileExtension=".json"/>
      <mimeMap fileExtension=".json" mimeType="application/json"/>
    </staticContent>
    <defaultDocument>
      <files>
        <clear/>
        <add value="taskpane.html"/>
      </files>
    </defaultDocument>
  </system.webServer>
${[...kept.values()].join("\n")}
</configuration>
`;
}
