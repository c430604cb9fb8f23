/**
 * Jest's Node environment, which also lends tests Node's own `require` (jest-native-transform.js). A test file that begins
 * with the docblock `@locale fr-CH` runs in an Excel with these regional settings, unless LOCAL_EXCEL_LOCALE names others.
 */
const { TestEnvironment } = require("jest-environment-node");

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.nativeRequire = require;
    const { locale } = context.docblockPragmas;
    if (locale) this.global.process.env.LOCAL_EXCEL_LOCALE ??= String(locale);
  }
};
