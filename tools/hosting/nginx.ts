/** The add-in's folder as a site of nginx. */
import { ASK_AGAIN, CACHING, HEADERS, NEVER } from "./headers";

/** A path's regular expression, matched against the whole path of the request. */
function requestPattern(files: RegExp, folder: string): string {
  const escaped = folder.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return files.source.startsWith("^")
    ? `^${escaped}${files.source.slice(1).replaceAll("\\/", "/")}`
    : `^${escaped}.*${files.source}`;
}

/**
 * A file for nginx's conf.d folder: headers and caching for the add-in at this address.
 * @param address the folder's address, with a slash at its end
 */
export function nginxConf(address: string): string {
  const { hostname, port, pathname } = new URL(address);
  const listen = port || "443";
  return `# SG17 Work Programme: ${address}
#
# Put this file into nginx's conf.d folder, set the three paths marked "adapt", then: nginx -t && nginx -s reload
# Where the host already has a server block, keep the map here and move the location into that block.
# Do not send, here or further up:
${NEVER.map(({ name, why }) => `#   ${name}: ${why}`).join("\n")}

map $uri $sg17_caching {
${CACHING.map(({ files, value, why }) => `    # ${why}\n    "~${requestPattern(files, pathname)}" "${value}";`).join("\n")}
    default "${ASK_AGAIN}";
}

server {
    listen ${listen} ssl;
    server_name ${hostname};
    ssl_certificate     /etc/ssl/${hostname}.crt;  # adapt
    ssl_certificate_key /etc/ssl/${hostname}.key;  # adapt

    location ${pathname} {
        alias /srv/sg17-work-programme/;  # adapt: the folder that holds taskpane.html
        index taskpane.html;
        limit_except GET { deny all; }
        server_tokens off;
        gzip on;
        gzip_types text/css application/javascript text/javascript application/json;

        # not "always": that a file is missing must not be kept for a year
        add_header Cache-Control $sg17_caching;
${HEADERS.map(({ name, value, why }) => `        # ${why}\n        add_header ${name} "${value}" always;`).join("\n")}
    }
}
`;
}
