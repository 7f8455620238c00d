/** Of `node:http`. An `import` would have Node load its `fetch` as well: 25 ms of the start. */
export const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http');
