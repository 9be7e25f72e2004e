// At run time `#server/…` leads into dist/; for the boundaries it must lead to the sources, or no rule would see it.
module.exports = {
  resolve: {
    alias: { '#server': `${__dirname}/server`, '#schema': `${__dirname}/schema` },
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
}
