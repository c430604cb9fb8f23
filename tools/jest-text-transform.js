/** Gives jest a text file the way webpack's asset/source does: its content as the default export. */
module.exports = {
  process(source) {
    return { code: `module.exports = { __esModule: true, default: ${JSON.stringify(source)} };` };
  },
};
