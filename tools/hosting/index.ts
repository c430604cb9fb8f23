/** Everything that a build adds for a static host; webpack.config.js emits it. */
export { folderAddress } from "./address";
export { hostingFiles, zipName, zipped } from "./files";
export { contentSecurityPolicy } from "./headers";
export { shippedPackages, thirdPartyLicences } from "./licences";
