/*
 * Bundles the workbench's page: Univer with its user interface, and the host. For this machine only and never shipped,
 * so it is not minified: that halves the time of the first `npm start`.
 */
const path = require("node:path");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");

const root = path.resolve(__dirname, "..");

module.exports = {
  mode: "production",
  devtool: false,
  context: root,
  target: ["web", "es2022"],
  entry: { workbench: path.join(__dirname, "page/main.ts") },
  output: { path: path.join(root, ".cache/workbench"), filename: "[name].js", clean: true },
  optimization: { minimize: false, concatenateModules: false },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  plugins: [new MiniCssExtractPlugin({ filename: "[name].css" })],
  performance: { hints: false },
};
