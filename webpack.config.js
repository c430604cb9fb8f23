/*
 * Builds the add-in into dist/.
 *
 *   npm run build                                     for https://localhost:3000 (sideloading, local Excel)
 *   npm run build -- --env url=https://host/path      for a static host
 *   npm run build -- --env namespace=SG_17            should an Excel refuse SG17 as the functions' namespace
 */
const path = require("node:path");
const webpack = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");

const DEVELOPMENT_URL = "https://localhost:3000/";
const { version } = require("./package.json");

/** What the tools below tools/ say, written in TypeScript and needed by a build. */
function fromTools(module) {
  const unregister = require("tsx/cjs/api").register();
  try {
    return require(module);
  } finally {
    unregister();
  }
}

/** The manifest for one address, namespace and version; the file in the repository is valid as it stands, for development. */
function manifestFor(source, { url, namespace }) {
  const address = url.replaceAll("&", "&amp;");
  return source
    .replaceAll(DEVELOPMENT_URL, () => address)
    .replace(/(<bt:String id="Functions\.Namespace" DefaultValue=")[^"]*/, `$1${namespace}`)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
}

/** Emits what describes the add-in in each language: functions.json and functions-fr.json from their declaration, and the guide. */
class DescriptionsPlugin {
  constructor(namespace, address) {
    this.namespace = namespace;
    this.address = address;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("DescriptionsPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "DescriptionsPlugin", stage }, () => {
        process.env.SG17_NAMESPACE = this.namespace;
        const { functionsMetadata } = fromTools("./tools/functions-metadata.ts");
        const { guideFiles } = fromTools("./tools/guide.ts");
        const metadata = (language) => JSON.stringify(functionsMetadata(language, this.address), null, 2);
        const files = { "functions.json": metadata("en"), "functions-fr.json": metadata("fr"), ...guideFiles() };
        for (const [name, content] of Object.entries(files)) {
          compilation.emitAsset(name, new webpack.sources.RawSource(content));
        }
      });
    });
  }
}

/** Emits what goes with the bundle: others' licences always; for a static host also its headers, and a zip of everything. */
class HostingPlugin {
  /** @param address the host's folder; null for a build that is not going to a host */
  constructor(address) {
    this.address = address;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("HostingPlugin", (compilation) => {
      // After names have their hashes and files are as they will be.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: "HostingPlugin", stage }, () => {
        const hosting = fromTools("./tools/hosting/index.ts");
        const emit = (name, content) => compilation.emitAsset(name, new webpack.sources.RawSource(content));
        emit("THIRD-PARTY-LICENSES.txt", hosting.thirdPartyLicences(hosting.shippedPackages(__dirname)));
        if (this.address === null) return;
        const files = hosting.hostingFiles(this.address, Object.keys(compilation.assets));
        for (const [name, content] of Object.entries(files)) emit(name, content);
        const all = compilation.getAssets().map(({ name, source }) => [name, source.buffer()]);
        emit(hosting.zipName(version), Buffer.from(hosting.zipped(Object.fromEntries(all))));
      });
    });
  }
}

/** https on localhost needs a certificate that this machine trusts; only the dev server asks for one, never a build. */
async function developmentServer() {
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  return {
    server: { type: "https", options: await getHttpsServerOptions() },
    port: 3000,
    hot: false,
    liveReload: true,
    headers: { "Access-Control-Allow-Origin": "*" },
    static: false,
  };
}

module.exports = async (env = {}, argv = {}) => {
  const development = argv.mode === "development";
  const hosting = fromTools("./tools/hosting/index.ts");
  const host = env.url === undefined ? null : hosting.folderAddress(String(env.url));
  const url = host ?? DEVELOPMENT_URL;
  const namespace = String(env.namespace ?? "SG17");
  if (!/^[A-Z][A-Z0-9_]{0,31}$/.test(namespace)) {
    throw new Error(`--env namespace=${namespace}: a namespace is 1 to 32 capitals, digits and _, a capital first.`);
  }
  // Chunk names carry a hash so that hosts may cache them for ever; functions.js keeps its name because the manifest names it.
  const hashed = development ? "[name].js" : "[name].[contenthash:8].js";

  return {
    mode: development ? "development" : "production",
    devtool: development ? "source-map" : false,
    target: ["web", "es2022"],
    // What has not changed since the last build is not made again; another build for another address takes seconds.
    cache: {
      type: "filesystem",
      cacheDirectory: path.resolve(__dirname, ".cache", "webpack"),
      name: `${argv.mode ?? "production"}-${namespace}`,
      version,
      buildDependencies: {
        config: [
          path.join(__dirname, "webpack.config.js"),
          path.join(__dirname, "package-lock.json"),
          path.join(__dirname, "tsconfig.json"),
        ],
      },
    },
    entry: {
      // One script for the page: three would wait for each other, and for the few threads on which a browser compiles, beside Excel's own.
      taskpane: ["./src/functions/index.ts", "./src/commands/index.ts", "./src/taskpane/taskpane.ts"],
      // For the manifest, which has to name a script; the shared runtime's page does not load it.
      functions: "./src/functions/index.ts",
    },
    output: {
      path: path.resolve(__dirname, "dist"),
      filename: ({ chunk }) => (chunk?.name === "functions" ? "functions.js" : hashed),
      chunkFilename: hashed,
      publicPath: "auto",
      clean: true,
    },
    optimization: {
      // The workbook chunk comes with the first load: what it shares with later chunks stays in it, where its size is counted.
      splitChunks: { chunks: (chunk) => chunk.name !== "workbook" && !chunk.canBeInitial() },
    },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          exclude: /node_modules/,
          use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
        },
        { test: /\.txt$/, type: "asset/source" },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
      ],
    },
    plugins: [
      new webpack.DefinePlugin({
        "process.env.SG17_NAMESPACE": JSON.stringify(namespace),
        "process.env.SG17_VERSION": JSON.stringify(version),
      }),
      new DescriptionsPlugin(namespace, url),
      ...(development ? [] : [new HostingPlugin(host)]),
      new MiniCssExtractPlugin({ filename: development ? "[name].css" : "[name].[contenthash:8].css" }),
      new HtmlPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["taskpane"],
        scriptLoading: "defer",
        // The template says where styles and scripts go.
        inject: false,
        contentSecurityPolicy: hosting.contentSecurityPolicy("page"),
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          {
            from: "manifest.xml",
            transform: (content) => manifestFor(content.toString("utf8"), { url, namespace }),
          },
        ],
      }),
    ],
    performance: { hints: false },
    ...(env.WEBPACK_SERVE ? { devServer: await developmentServer() } : {}),
  };
};

module.exports.manifestFor = manifestFor;
