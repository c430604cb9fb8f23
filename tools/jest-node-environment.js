/** Jest's Node environment, which also lends tests Node's own `require` (jest-native-transform.js). */
const { TestEnvironment } = require("jest-environment-node");

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.nativeRequire = require;
  }
};
