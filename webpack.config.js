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

/** The manifest for one address, namespace and version; the file in the repository is valid as it stands, for development. */
function manifestFor(source, { url, namespace }) {
  return source
    .replaceAll(DEVELOPMENT_URL, url)
    .replace(/(<bt:String id="Functions\.Namespace" DefaultValue=")[^"]*/, `$1${namespace}`)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
}

/** Emits functions.json from the declared functions, so that metadata and code cannot part. */
class FunctionsMetadataPlugin {
  constructor(namespace) {
    this.namespace = namespace;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("FunctionsMetadataPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "FunctionsMetadataPlugin", stage }, () => {
        process.env.SG17_NAMESPACE = this.namespace;
        const unregister = require("tsx/cjs/api").register();
        try {
          const { functionsMetadata } = require("./tools/functions-metadata.ts");
          const json = JSON.stringify(functionsMetadata(), null, 2);
          compilation.emitAsset("functions.json", new webpack.sources.RawSource(json));
        } finally {
          unregister();
        }
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
  const url = env.url ? `${String(env.url).replace(/\/+$/, "")}/` : DEVELOPMENT_URL;
  const namespace = env.namespace ?? "SG17";
  // Chunk names carry a hash so that hosts may cache them for ever; functions.js keeps its name because the manifest names it.
  const hashed = development ? "[name].js" : "[name].[contenthash:8].js";

  return {
    mode: development ? "development" : "production",
    devtool: development ? "source-map" : false,
    target: ["web", "es2022"],
    entry: {
      // All three stand on one page: each leaves out what the ones before it have already brought.
      functions: "./src/functions/index.ts",
      commands: { import: "./src/commands/index.ts", dependOn: "functions" },
      taskpane: { import: "./src/taskpane/taskpane.ts", dependOn: ["functions", "commands"] },
    },
    output: {
      path: path.resolve(__dirname, "dist"),
      filename: ({ chunk }) => (chunk?.name === "functions" ? "functions.js" : hashed),
      chunkFilename: hashed,
      publicPath: "auto",
      clean: true,
    },
    optimization: {
      // One runtime for all entries: with one each, every entry would hold its own copy of every module's state, and the
      // functions would read a store that nobody fills.
      runtimeChunk: "single",
      splitChunks: { chunks: "async" },
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
      new FunctionsMetadataPlugin(namespace),
      new MiniCssExtractPlugin({ filename: development ? "[name].css" : "[name].[contenthash:8].css" }),
      new HtmlPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["functions", "commands", "taskpane"],
        scriptLoading: "defer",
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
