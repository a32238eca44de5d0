const { resolve } = require('node:path');

/** `@qafila/shared/…` is the source beside the code that imports it, as in Jest and Vite. */
module.exports = { resolve: { alias: { '@qafila/shared': resolve(process.cwd(), 'shared/src') } } };
