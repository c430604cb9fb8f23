/**
 * Loads a package as Node itself does, outside jest's sandbox: Univer's builds ask for ES modules, which jest cannot require, and are large
 * enough that loading them anew for every test file takes longer than the tests. excelize-wasm starts through a dynamic import, which jest's
 * sandbox does not allow.
 */
module.exports = {
  process(_source, filename) {
    const file = JSON.stringify(filename);
    return { code: `module.exports = nativeRequire(${file});` };
  },
};
